using ScottPlot;
using ScottPlot.Plottables;

namespace SimXir.Report;

/// <summary>What all figures share: white ground, thin axes, a pale grid, one font.</summary>
internal static class PlotStyle
{
    /// <summary>Of letters: 11 pixels at the sides, 13 in titles; 8 and 10 points in print.</summary>
    private const float Letters = 11, Title = 13;

    /// <summary>An empty panel.</summary>
    /// <param name="title">Above it; empty for none.</param>
    /// <param name="x">What goes to the right, with its unit; empty for none.</param>
    /// <param name="y">What goes up, with its unit; empty for none.</param>
    public static Plot Panel(string title, string x = "", string y = "")
    {
        PlotFont.Use();
        var plot = new Plot();
        plot.FigureBackground.Color = Colors.White;
        plot.DataBackground.Color = Colors.White;
        plot.Grid.MajorLineColor = Colors.Black.WithAlpha(.1);
        if (title.Length > 0) plot.Title(title, Title);
        if (x.Length > 0) plot.XLabel(x, Letters);
        if (y.Length > 0) plot.YLabel(y, Letters);
        foreach (var axis in plot.Axes.GetAxes()) (axis.TickLabelStyle.FontSize, axis.Label.Bold) = (Letters, false);
        plot.Axes.Title.Label.Bold = false;
        plot.Legend.FontSize = Letters;
        plot.Legend.ShadowColor = Colors.Transparent;
        plot.Legend.OutlineColor = Colors.Black.WithAlpha(.3);
        plot.Font.Set(PlotFont.Name);
        return plot;
    }

    /// <summary>A line through points, with markers while they are few.</summary>
    /// <param name="plot">The panel.</param>
    /// <param name="series">Which of the styles: 0, 1, ….</param>
    /// <param name="name">For the legend; empty for none.</param>
    /// <param name="xs">(N).</param>
    /// <param name="ys">(N).</param>
    public static Scatter Line(this Plot plot, int series, string name, double[] xs, double[] ys)
    {
        const int Few = 30;
        var scatter = plot.Points(series, name, xs, ys);
        scatter.LineWidth = 1.6f;
        scatter.LinePattern = SeriesStyle.Of(series).Line;
        if (xs.Length > Few) scatter.MarkerShape = MarkerShape.None;
        return scatter;
    }

    /// <summary>Markers without a line.</summary>
    /// <inheritdoc cref="Line"/>
    public static Scatter Points(this Plot plot, int series, string name, double[] xs, double[] ys)
    {
        var style = SeriesStyle.Of(series);
        var scatter = plot.Add.Scatter(xs, ys, style.Colour);
        (scatter.LegendText, scatter.LineWidth, scatter.MarkerShape, scatter.MarkerSize) = (name, 0, style.Marker, 5);
        return scatter;
    }
}
