using System.Collections.Immutable;
using SimXir.Experiments;

namespace SimXir.Report;

/// <summary>Feature spread before and after fine-tuning: a panel for each dataset, a group of marks for each method.</summary>
internal static class SpreadChart
{
    private const double Apart = 0.18;

    /// <summary>Null where no cell has one.</summary>
    public static Chart? Of(SweepResult result)
    {
        if (MetricBlock.Of(result).FirstOrDefault(block => !block.IsAccuracy) is not { } block) return null;
        var datasets = TableGroup.Of(result).GroupBy(group => group.Dataset).ToList();
        ImmutableArray<ScottPlot.Plot> panels = [.. datasets.Select(groups => Panel([.. groups], block.Metrics[0]))];
        return Chart.Grid(
            "feature-spread",
            "Feature spread of the judged encoders, means over seeds with their 95 % intervals: 0 is a collapse (dashed line: below it a cell counts as collapsed), 1 is isotropic. A spread that falls is a contraction.",
            [.. datasets[0].First().Treatments.Select(Chart.Named)],
            panels,
            Math.Min(panels.Length, 3));
    }

    private static ScottPlot.Plot Panel(ImmutableArray<TableGroup> groups, Metric spread)
    {
        var plot = PlotStyle.Panel(groups[0].Dataset.Info.Title, "", "feature spread");
        for (var method = 0; method < groups.Length; method++)
        {
            for (var series = 0; series < groups[method].Treatments.Length; series++)
            {
                var cells = groups[method].Seeds.Select(seed => groups[method].Find(groups[method].Treatments[series], seed)).OfType<CellResult>();
                if (Estimate.Of([.. cells.Select(spread.Of).OfType<double>()]) is not { } figure) continue;
                var x = method + (Apart * (series - 1));
                plot.Interval(series, [x], [figure]);
                plot.Points(series, "", [x], [figure.Mean]);
            }
        }
        plot.Axes.Bottom.SetTicks([.. groups.Select((_, i) => (double)i)], [.. groups.Select(group => group.Method.Info.Title)]);
        plot.Axes.SetLimits(-0.5, groups.Length - 0.5, 0, 1);
        plot.Add.HorizontalLine(CellResult.CollapseThreshold, 1, ScottPlot.Colors.Black, ScottPlot.LinePattern.Dashed);
        return plot;
    }
}
