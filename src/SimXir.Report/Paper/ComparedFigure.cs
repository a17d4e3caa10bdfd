using System.Collections.Immutable;
using System.Globalization;
using SimXir.Experiments;

namespace SimXir.Report;

/// <summary>One figure of one encoder beside the paper's, both in percent.</summary>
/// <param name="Figure">Such as <c>knn_cosine_5</c>, <c>linear_converged_top1</c>.</param>
/// <param name="Seeds">How many of the encoder the sweep has, whatever became of them.</param>
/// <param name="Ours">Over those that are completed; null where none is.</param>
/// <param name="Missing">What became of the others, such as <c>1 diverged, 1 running</c>; empty where all are completed.</param>
/// <param name="IsCollapsed">Whether any encoder in the mean has collapsed.</param>
/// <param name="Paper">What the paper prints; null where it has no such figure.</param>
/// <param name="Gain">Of a fine-tuned encoder whose gain both have.</param>
/// <param name="OurGain">Points over baseline, paired by seed, also where the paper prints no gain.</param>
internal sealed record ComparedFigure(
    string Figure,
    int Seeds,
    Estimate? Ours,
    string Missing,
    bool IsCollapsed,
    PaperFigure? Paper,
    Estimate? OurGain,
    GainComparison? Gain)
{
    /// <param name="cells">The sweep's dataset and method.</param>
    /// <param name="treatment">Of the encoder.</param>
    /// <param name="metric">The sweep's figure.</param>
    /// <param name="paper">The paper's; null where it has none.</param>
    public static ComparedFigure Of(TableGroup cells, Treatment treatment, Metric metric, PaperFigure? paper)
    {
        var all = cells.Seeds.Select(seed => cells.Find(treatment, seed)).ToList();
        var judged = all.OfType<CellResult>().Where(cell => metric.Of(cell) is not null).ToList();
        var gain = treatment == Treatment.Baseline ? null : Estimate.Of(Gains(cells, treatment, metric));
        return new ComparedFigure(
            metric.Name,
            all.Count,
            Estimate.Of([.. judged.Select(cell => 100 * metric.Of(cell)!.Value)]),
            CellStates(all.Where(cell => cell is null || !judged.Contains(cell))),
            judged.Any(cell => cell.Collapsed == true) || (gain is not null && HasCollapsedBaseline(cells)),
            paper,
            gain,
            gain is { } ours && paper?.Gain is { } theirs and not 0 ? GainComparison.Of(ours, theirs) : null);
    }

    private static ImmutableArray<double> Gains(TableGroup cells, Treatment treatment, Metric metric) =>
    [
        .. from seed in cells.Seeds
           let before = cells.Find(Treatment.Baseline, seed)
           let after = cells.Find(treatment, seed)
           where before is not null && after is not null
           let gain = 100 * (metric.Of(after) - metric.Of(before))
           where gain is not null
           select gain.Value,
    ];

    private static bool HasCollapsedBaseline(TableGroup cells) => cells.Seeds.Any(seed => cells.Find(Treatment.Baseline, seed)?.Collapsed == true);

    private static string CellStates(IEnumerable<CellResult?> cells) => string.Join(
        ", ",
        cells.GroupBy(cell => cell switch { null => "missing", { State: CellState.Completed } => "without it", _ => cell.State.ToString().ToLowerInvariant() })
            .OrderBy(state => state.Key, StringComparer.Ordinal)
            .Select(state => string.Create(CultureInfo.InvariantCulture, $"{state.Count()} {state.Key}")));
}
