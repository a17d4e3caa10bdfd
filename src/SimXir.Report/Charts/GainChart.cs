using System.Collections.Immutable;
using ScottPlot;
using SimXir.Experiments;

namespace SimXir.Report;

/// <summary>Gains over baseline with their 95 % intervals, the paper's beside them: a panel for each kind of figure, a line for each method and
/// treatment.</summary>
internal static class GainChart
{
    private const int PanelWidth = 330, Edges = 90, RowHeight = 26;
    private const float DiamondSize = 8;
    private const string Theirs = "the paper's gain";

    /// <summary>One for each dataset; none where nothing is fine-tuned.</summary>
    public static IEnumerable<Chart> Of(SweepResult result)
    {
        ImmutableArray<Metric> metrics = [.. MetricBlock.Of(result).Where(block => block.IsAccuracy).Select(Telling)];
        foreach (var groups in TableGroup.Of(result).GroupBy(group => group.Dataset))
        {
            var tuned = groups.First().Treatments.Where(treatment => treatment != Treatment.Baseline).ToImmutableArray();
            if (tuned.IsEmpty || !groups.First().Treatments.Contains(Treatment.Baseline) || metrics.IsEmpty) continue;
            ImmutableArray<Plot> panels = [.. metrics.Select(metric => Panel([.. groups], tuned, metric))];
            var hasPaper = metrics.Any(metric => groups.Any(cells => tuned.Any(treatment => PaperOf(cells, treatment, metric) is not null)));
            var size = new PlotSize(panels.Length * PanelWidth, Edges + (RowHeight * groups.Count() * tuned.Length));
            var figure = new Figure(
                $"gains-{groups.Key.Name}",
                $"{groups.Key.Info.Title}: gains over baseline in points, means over seeds with their 95 % intervals, paired by seed{(hasPaper ? "; open diamonds are the paper's gains" : "")}.",
                size,
                panels,
                panels.Length);
            yield return new Chart(figure, LegendStrip.Of(figure.Name, [.. tuned.Select(Chart.Named)], hasLines: false, hasPaper ? Theirs : null));
        }
    }

    /// <summary>Of a block the figure that stands for it: the largest k, and top-1.</summary>
    private static Metric Telling(MetricBlock block) => block.Title.StartsWith("kNN", StringComparison.Ordinal) ? block.Metrics[^1] : block.Metrics[0];

    private static Plot Panel(ImmutableArray<TableGroup> groups, ImmutableArray<Treatment> tuned, Metric metric)
    {
        var plot = PlotStyle.Panel(TitleOf(metric), "points over baseline");
        var zero = plot.Add.VerticalLine(0, 1, Colors.Black);
        zero.LinePattern = LinePattern.Solid;
        var labels = new List<string>();
        foreach (var cells in groups)
        {
            for (var series = 0; series < tuned.Length; series++)
            {
                double y = -labels.Count;
                labels.Add($"{cells.Method.Info.Title} {Mark.Of(tuned[series])}");
                var paper = PaperOf(cells, tuned[series], metric);
                var compared = ComparedFigure.Of(cells, tuned[series], metric, paper);
                if (compared.OurGain is { } gain)
                {
                    plot.Lying(series, y, gain);
                    plot.Points(series, "", [gain.Mean], [y]);
                }
                if (paper?.Gain is not { } theirs) continue;
                var mark = plot.Points(tuned.Length, "", [theirs], [y]);
                (mark.MarkerShape, mark.MarkerSize) = (MarkerShape.OpenDiamond, DiamondSize);
            }
        }
        plot.Axes.Left.SetTicks([.. labels.Select((_, i) => (double)-i)], [.. labels]);
        plot.Axes.SetLimitsY(-labels.Count + 0.4, 0.6);
        return plot;
    }

    private static string TitleOf(Metric metric) => metric.Name.Split('_') switch
    {
        ["knn", var distance, var k] => $"kNN {distance}, k = {k}",
        ["linear", var probe, "top1"] => $"linear probe ({probe}), top-1",
        _ => metric.Name,
    };

    private static PaperFigure? PaperOf(TableGroup cells, Treatment treatment, Metric metric)
    {
        var layout = PaperLayout.All.LastOrDefault(layout => layout.Places.Any(place => place.First == metric.Name || place.Second == metric.Name) && layout.Columns.Any(column => column.Name == cells.Dataset.Name));
        return layout is null ? null : PaperFigures.Find(layout.Table, cells.Dataset.Name, cells.Method.Name, treatment, layout.PaperName(metric.Name));
    }
}
