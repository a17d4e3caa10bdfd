using SimXir.Experiments;

namespace SimXir.Report;

/// <summary>What a treatment gains over baseline, paired: the mean, over the seeds that have both, of the difference of each. It is
/// the difference's deviation that is shown, which tells more than those of the two means.</summary>
internal static class GainRow
{
    public static TableRow Of(TableGroup group, Treatment treatment, MetricBlock block)
    {
        var pairs = group.Seeds
            .Select(seed => (Before: group.Find(Treatment.Baseline, seed), After: group.Find(treatment, seed)))
            .Where(pair => pair is { Before.State: CellState.Completed, After.State: CellState.Completed })
            .ToList();
        var gains = block.Metrics.Select(metric => FigureText.Of(Gain(metric), block.IsAccuracy, signed: true));
        return new TableRow($"gain {Mark.Of(treatment)}", SeedCount.Of(pairs.Count, group.Seeds.Length), [.. gains], Words: null);

        Estimate? Gain(Metric metric) =>
            Estimate.Of([.. pairs.Select(pair => metric.Of(pair.After!) - metric.Of(pair.Before!)).OfType<double>()]);
    }
}
