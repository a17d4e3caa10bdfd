using System.Globalization;
using ScottPlot;
using SimXir.Dynamics;

namespace SimXir.Report;

/// <summary>Figures 4 and 5 as the paper draws them: a row of panels for each geometry, representations after some steps and then the paths
/// of the group means, with one of them zoomed in.</summary>
public static class ToyFigure
{
    /// <param name="name">Of the file.</param>
    /// <param name="runs">One row each.</param>
    public static Figure Of(string name, IReadOnlyList<ToyRun> runs)
    {
        var panels = new List<Plot>();
        foreach (var run in runs)
        {
            foreach (var (t, f) in run.Snapshots) panels.Add(Snapshot(run, t, f, Letter()));
            panels.Add(Paths(run, Letter()));
        }
        var columns = panels.Count / runs.Count;
        var figure = new Figure(name, Caption(runs), PlotSize.Grid(runs.Count, columns), panels, columns);
        foreach (var (row, run) in runs.Index())
            if (Zoom(run, panels[(row + 1) * columns - 1]) is { } inset) figure.Add(inset);
        return figure;

        char Letter() => (char)('a' + panels.Count);
    }

    private static string Caption(IReadOnlyList<ToyRun> runs) =>
        $"Four groups of points: representations after {string.Join(", ", runs[0].Snapshots.Keys)} steps, and the paths of the group means; one row each: {string.Join(", ", runs.Select(Row))}.";

    private static string Row(ToyRun run) => run.Geometry == Geometry.Spherical ? "on the sphere" : "unconstrained";

    private static Plot Snapshot(ToyRun run, int t, PointSet f, char letter)
    {
        var panel = PlotStyle.Panel(string.Create(CultureInfo.InvariantCulture, $"({letter}) {Row(run)}, t = {t}"));
        if (run.Geometry == Geometry.Spherical) Circle(panel);
        foreach (var (group, members) in run.Groups.Members.Index()) panel.Points(group, "", [.. members.Select(i => f[i][0])], [.. members.Select(i => f[i][1])]);
        return Square(panel, Reach(run));
    }

    private static Plot Paths(ToyRun run, char letter)
    {
        var panel = PlotStyle.Panel($"({letter}) {Row(run)}, means");
        if (run.Geometry == Geometry.Spherical) Circle(panel);
        DrawPaths(panel, run);
        return Square(panel, Reach(run));
    }

    private static void DrawPaths(Plot panel, ToyRun run)
    {
        for (var group = 0; group < run.Groups.Members.Length; group++)
        {
            double[] xs = [.. run.Measures.Select(measures => measures.Means[group][0])], ys = [.. run.Measures.Select(measures => measures.Means[group][1])];
            panel.Line(group, "", xs, ys).LinePattern = LinePattern.Solid;
            panel.Points(group, "", [xs[^1]], [ys[^1]]);
        }
    }

    /// <summary>The longest path, over a quarter of the panel, and a black box around it in the panel; null where it is that large
    /// already.</summary>
    private static FigureInset? Zoom(ToyRun run, Plot panel)
    {
        var group = Enumerable.Range(0, run.Groups.Members.Length)
            .MaxBy(group => run.Measures.Max(measures => Way(measures, run.Measures[0], group)));
        double[] xs = [.. run.Measures.Select(measures => measures.Means[group][0])], ys = [.. run.Measures.Select(measures => measures.Means[group][1])];
        var half = Math.Max(Math.Max(xs.Max() - xs.Min(), ys.Max() - ys.Min()) * 0.6, Reach(run) / 1000);
        double x = (xs.Max() + xs.Min()) / 2, y = (ys.Max() + ys.Min()) / 2, side = Reach(run) / 4;
        if (side < 2 * half) return null;
        Box(panel, x, y, half);
        Box(panel, 0, 0, side);

        var inset = PlotStyle.Panel("");
        DrawPaths(inset, run);
        inset.HideAxesAndGrid();
        inset.Axes.SetLimits(x - half, x + half, y - half, y + half);
        inset.Add.Text(string.Create(CultureInfo.InvariantCulture, $"× {side / half:F0}"), x - 0.95 * half, y + 0.95 * half).LabelFontSize = 10;
        return new FigureInset(inset, panel, new CoordinateRect(-side, side, -side, side));
    }

    private static void Box(Plot panel, double x, double y, double half)
    {
        var box = panel.Add.Rectangle(x - half, x + half, y - half, y + half);
        (box.FillColor, box.LineColor, box.LineWidth) = (Colors.Transparent, Colors.Black, 1.5f);
    }

    private static double Way(GroupMeasures one, GroupMeasures other, int group) =>
        Math.Sqrt(one.Means[group].Zip(other.Means[group]).Sum(pair => (pair.First - pair.Second) * (pair.First - pair.Second)));

    private static void Circle(Plot panel)
    {
        var circle = panel.Add.Circle(0, 0, 1);
        (circle.FillColor, circle.LineColor, circle.LineWidth) = (Colors.Transparent, Colors.Black.WithAlpha(.25), 1);
    }

    private static Plot Square(Plot panel, double reach)
    {
        panel.Axes.SetLimits(-reach, reach, -reach, reach);
        panel.Axes.SquareUnits();
        return panel;
    }

    /// <summary>The same for all panels of a row: what the first representations need.</summary>
    private static double Reach(ToyRun run) => run.Geometry == Geometry.Spherical ? 1.25 : 1.05 * run.Snapshots.Values.Max(f => f.ToRows().Max(row => row.Max(Math.Abs)));
}
