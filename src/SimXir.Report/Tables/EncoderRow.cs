using System.Globalization;
using SimXir.Experiments;

namespace SimXir.Report;

/// <summary>The mean figures of one treatment over the seeds that are completed.</summary>
internal static class EncoderRow
{
    public static TableRow Of(TableGroup group, Treatment treatment, MetricBlock block)
    {
        var cells = group.Seeds.Select(seed => group.Find(treatment, seed)).ToList();
        var judged = cells.OfType<CellResult>().Where(cell => cell.State == CellState.Completed).ToList();
        var label = $"{SpecWords.Of(treatment)} {Mark.Of(treatment)}".TrimEnd() + (judged.Any(cell => cell.Collapsed == true) ? " !" : "");
        var count = SeedCount.Of(judged.Count, cells.Count);
        return judged.Count == 0
            ? new TableRow(label, count, [], States(cells))
            : new TableRow(label, count, [.. block.Metrics.Select(metric => Figure(metric, judged, block.IsAccuracy))], Words: null);
    }

    private static string Figure(Metric metric, List<CellResult> judged, bool isAccuracy)
    {
        var estimate = Estimate.Of([.. judged.Select(metric.Of).OfType<double>()]);
        var text = FigureText.Of(estimate, isAccuracy, signed: false);
        return estimate is { } some && some.N < judged.Count ? string.Create(CultureInfo.InvariantCulture, $"{text} (n={some.N})") : text;
    }

    private static string States(List<CellResult?> cells)
    {
        var states = cells.GroupBy(cell => cell?.State.ToString().ToLowerInvariant() ?? "missing")
            .OrderBy(state => state.Key, StringComparer.Ordinal)
            .ToList();
        return states.Count == 1
            ? states[0].Key
            : string.Join(", ", states.Select(state => string.Create(CultureInfo.InvariantCulture, $"{state.Count()} {state.Key}")));
    }
}
