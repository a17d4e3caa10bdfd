using System.Collections.Immutable;
using SimXir.Experiments;

namespace SimXir.Host;

/// <summary>Where a sweep stands.</summary>
/// <param name="Sweep">Which.</param>
/// <param name="State">Summed up over its cells.</param>
/// <param name="Held">Why it is paused or cancelled, in a sentence; null where it is neither.</param>
/// <param name="Progress">Done parts of all cells, 0 to 1.</param>
/// <param name="Cells">How many cells are in each state.</param>
/// <param name="Service">How it is served among others.</param>
/// <param name="SubmittedAt">When its newest submission came.</param>
/// <param name="Datasets">Of its cells.</param>
/// <param name="Methods">Of its cells.</param>
/// <param name="Seeds">Of its cells.</param>
/// <param name="Treatments">Of its cells.</param>
/// <param name="Experiments">One by one.</param>
public sealed record SweepView(
    SweepId Sweep,
    CellState State,
    string? Held,
    double Progress,
    ImmutableSortedDictionary<CellState, int> Cells,
    ServiceSpec Service,
    DateTimeOffset? SubmittedAt,
    ImmutableArray<DatasetId> Datasets,
    ImmutableArray<MethodId> Methods,
    ImmutableArray<int> Seeds,
    ImmutableArray<Treatment> Treatments,
    ImmutableArray<Grid.ExperimentStatus> Experiments)
{
    internal static SweepView Of(SweepSnapshot sweep) => new(
        sweep.Sweep,
        sweep.State,
        sweep.Held,
        sweep.Progress,
        sweep.Cells.CountBy(cell => cell.Result.State).ToImmutableSortedDictionary(),
        sweep.Service,
        sweep.SubmittedAt,
        [.. sweep.Plan.Spec.Datasets],
        [.. sweep.Plan.Spec.Methods],
        [.. sweep.Plan.Spec.Seeds],
        [.. sweep.Plan.Spec.Treatments],
        [.. sweep.Experiments.Select(experiment => experiment.Status)]);
}
