using ScottPlot;
using SimXir.Experiments;

namespace SimXir.Report;

/// <summary>95 % intervals of means, as bars.</summary>
internal static class IntervalMarks
{
    private const float Thin = 1;
    private const byte Pale = 140;

    /// <summary>Upright bars; none where there is no interval.</summary>
    public static void Interval(this Plot plot, int series, IReadOnlyList<double> xs, IReadOnlyList<Estimate?> figures)
    {
        for (var i = 0; i < xs.Count; i++)
        {
            if (figures[i] is { HalfWidth: { } half, Mean: var mean }) Bar(plot, series, new Coordinates(xs[i], mean - half), new Coordinates(xs[i], mean + half));
        }
    }

    /// <summary>A bar that lies.</summary>
    public static void Lying(this Plot plot, int series, double y, Estimate figure)
    {
        if (figure.HalfWidth is { } half) Bar(plot, series, new Coordinates(figure.Mean - half, y), new Coordinates(figure.Mean + half, y));
    }

    private static void Bar(Plot plot, int series, Coordinates from, Coordinates to)
    {
        var bar = plot.Add.Line(from, to);
        (bar.LineWidth, bar.LineColor) = (Thin, SeriesStyle.Of(series).Colour.WithAlpha(Pale));
    }
}
