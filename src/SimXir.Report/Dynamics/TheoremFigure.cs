using System.Globalization;
using ScottPlot;
using SimXir.Dynamics;

namespace SimXir.Report;

/// <summary>A small case before and after a step: representations, numbered as in the text, and lines between neighbours.</summary>
public static class TheoremFigure
{
    private const int LongAfter = 2000;

    /// <param name="name">Of the claim that it refutes, and of the file.</param>
    /// <param name="example">The case.</param>
    public static Figure Of(string name, Counterexample example) => example.Step is { } step
        ? Of(name, example.What, example.Case, example.Geometry, Math.Max(0, step - 1), step)
        : Of(name, example.What, example.Case, example.Geometry, 0, LongAfter);

    /// <param name="name">Of the case, and of the file.</param>
    /// <param name="known">The case with its geometry; its first step is shown.</param>
    public static Figure Of(string name, (TheoremCase Case, Geometry Geometry) known) => Of(name, "the first step", known.Case, known.Geometry, 0, 1);

    private static Figure Of(string name, string what, TheoremCase theCase, Geometry geometry, int before, int after)
    {
        IReadOnlyList<PointSet>[] shots = [theCase.After(before, geometry), theCase.After(after, geometry)];
        var reach = 1.25 * Math.Max(0.1, shots.Max(groups => groups.Max(f => Planar(f, 0).Max(point => Math.Max(Math.Abs(point.X), Math.Abs(point.Y))))));
        Plot[] panels = [Panel(shots[0], Title(before)), Panel(shots[1], Title(after))];
        return new Figure(name, $"{name}: {what}.", new PlotSize(640, 340), panels, columns: 2);

        Plot Panel(IReadOnlyList<PointSet> groups, string title)
        {
            var panel = PlotStyle.Panel(title, theCase.Dimensions == 3 ? "the first two of three dimensions" : "");
            if (geometry == Geometry.Spherical) Circle(panel);
            foreach (var (i, f) in groups.Index()) Draw(panel, i, theCase.Groups[i], [.. Planar(f, i)]);
            panel.Axes.SetLimits(-reach, reach, -reach, reach);
            panel.Axes.SquareUnits();
            return panel;
        }

        string Title(int t) => t == LongAfter ? $"{name}, long after" : string.Create(CultureInfo.InvariantCulture, $"{name}, t = {t}");
    }

    private static void Draw(Plot panel, int series, TheoremGroup group, Coordinates[] points)
    {
        foreach (var (x, neighbours) in group.Lists.Index())
            foreach (var other in neighbours.Where(other => other < x))
            {
                var line = panel.Add.Line(points[x], points[other]);
                (line.LineColor, line.LineWidth) = (SeriesStyle.Of(series).Colour.WithAlpha(.4), 1);
            }
        panel.Points(series, "", [.. points.Select(point => point.X)], [.. points.Select(point => point.Y)]).MarkerSize = 8;
        foreach (var place in points.Index().GroupBy(pair => (Math.Round(pair.Item.X, 3), Math.Round(pair.Item.Y, 3)), pair => pair.Index))
        {
            var text = panel.Add.Text(string.Join(",", place), points[place.First()]);
            (text.LabelFontSize, text.LabelFontColor, text.OffsetX, text.OffsetY) = (10, SeriesStyle.Of(series).Colour, 5, series == 0 ? -16 : 4);
        }
    }

    /// <summary>On a line, the second group is drawn a little below the first.</summary>
    private static IEnumerable<Coordinates> Planar(PointSet f, int group) =>
        f.ToRows().Select(row => row.Length == 1 ? new Coordinates(row[0], -0.25 * group) : new Coordinates(row[0], row[1]));

    private static void Circle(Plot panel)
    {
        var circle = panel.Add.Circle(0, 0, 1);
        (circle.FillColor, circle.LineColor, circle.LineWidth) = (Colors.Transparent, Colors.Black.WithAlpha(.25), 1);
    }
}
