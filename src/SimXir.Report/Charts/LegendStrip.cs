using ScottPlot;

namespace SimXir.Report;

/// <summary>The legend that all panels of a figure share, as a figure of its own; drawn by hand, since ScottPlot's own would be cut off in so low a strip.</summary>
internal static class LegendStrip
{
    private const int Height = 26, Edge = 10, Sample = 24, Gap = 6, Letter = 7, Between = 16;
    private const float Letters = 11;

    /// <param name="name">Of the figure that it belongs to.</param>
    /// <param name="series">The names of series 0, 1, ….</param>
    /// <param name="hasLines">Whether the series are lines; else they are marks alone.</param>
    /// <param name="diamond">What open diamonds are, after them; null where there is none.</param>
    public static Figure Of(string name, IReadOnlyList<string> series, bool hasLines = true, string? diamond = null)
    {
        IReadOnlyList<string> all = diamond is null ? series : [.. series, diamond];
        var plot = PlotStyle.Panel("");
        var (x, middle) = (Edge, Height / 2.0);
        for (var i = 0; i < all.Count; i++)
        {
            if (hasLines) plot.Line(i, "", [x, x + Sample], [middle, middle]).MarkerShape = MarkerShape.None;
            var mark = plot.Points(i, "", [x + (Sample / 2.0)], [middle]);
            if (i == series.Count) mark.MarkerShape = MarkerShape.OpenDiamond;
            var text = plot.Add.Text(all[i], x + Sample + Gap, middle);
            (text.LabelFontName, text.LabelFontSize, text.LabelAlignment) = (PlotFont.Name, Letters, Alignment.MiddleLeft);
            x += Sample + Gap + (Letter * all[i].Length) + Between;
        }
        plot.Layout.Frameless();
        plot.HideAxesAndGrid();
        plot.Axes.SetLimits(0, x, 0, Height);
        return new Figure(name + "-legend", $"In this order: {string.Join(", ", all)}.", new PlotSize(x, Height), [plot]);
    }
}
