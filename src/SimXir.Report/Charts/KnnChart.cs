using System.Collections.Immutable;
using SimXir.Experiments;

namespace SimXir.Report;

/// <summary>kNN accuracy against the number of neighbours: a panel for each method and distance, a line for each treatment.</summary>
internal static class KnnChart
{
    /// <summary>One for each dataset that has a figure.</summary>
    public static IEnumerable<Chart> Of(SweepResult result)
    {
        var blocks = MetricBlock.Of(result).Where(block => block.Title.StartsWith("kNN", StringComparison.Ordinal)).ToList();
        foreach (var groups in TableGroup.Of(result).GroupBy(group => group.Dataset))
        {
            var panels =
                from block in blocks
                from cells in groups
                select Panel(cells, block);
            ImmutableArray<ScottPlot.Plot> all = [.. panels];
            if (all.IsEmpty) continue;
            yield return Chart.Grid(
                $"knn-{groups.Key.Name}",
                $"{groups.Key.Info.Title}: kNN top-1 accuracy against the number of neighbours k, by cosine above and by Euclidean distance below; means over seeds with their 95 % intervals.",
                [.. groups.First().Treatments.Select(Chart.Named)],
                all,
                groups.Count());
        }
    }

    private static ScottPlot.Plot Panel(TableGroup cells, MetricBlock block)
    {
        var distance = block.Metrics[0].Name.Contains("cosine", StringComparison.Ordinal) ? "cosine" : "Euclidean";
        var plot = PlotStyle.Panel($"{cells.Method.Info.Title}, {distance}", "k", "top-1 %");
        var ks = block.Metrics.Select(metric => double.Parse(metric.Header[2..], System.Globalization.CultureInfo.InvariantCulture)).ToArray();
        for (var series = 0; series < cells.Treatments.Length; series++)
        {
            var figures = block.Metrics.Select(metric => ComparedFigure.Of(cells, cells.Treatments[series], metric, paper: null).Ours).ToArray();
            plot.Line(series, "", ks, [.. figures.Select(figure => figure?.Mean ?? double.NaN)]);
            plot.Interval(series, [.. ks.Select(k => k + (0.15 * (series - 1)))], figures);
        }
        plot.Axes.Bottom.SetTicks(ks, [.. block.Metrics.Select(metric => metric.Header[2..])]);
        return plot;
    }
}
