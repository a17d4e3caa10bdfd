using System.Collections.Immutable;
using SimXir.Experiments;
using SimXir.Grid;

namespace SimXir.Host;

/// <summary>One experiment as it stands now.</summary>
/// <param name="Plan">Its rounds.</param>
/// <param name="Status">What its grain says.</param>
/// <param name="Cells">One by one, in the plan's order.</param>
public sealed record WatchedExperiment(ExperimentPlan Plan, ExperimentStatus Status, ImmutableArray<WatchedCell> Cells)
{
    /// <summary>Its causal log when its records were read last.</summary>
    public IReadOnlyList<CausalEntry> Log { get; init; } = [];

    public ExperimentId Id => Plan.Id;

    /// <summary>Whether a look at its records could find anything that <paramref name="now"/> does not say.</summary>
    internal bool IsBehind(ExperimentStatus now) => (Status.State, Status.RoundsDone, Status.SlotSeconds) != (now.State, now.RoundsDone, now.SlotSeconds)
        || !Status.Active.Select(round => (round.Key, round.Status)).SequenceEqual(now.Active.Select(round => (round.Key, round.Status)));

    internal bool IsAt(ExperimentStatus now) => !IsBehind(now) && Status.Active.SequenceEqual(now.Active);

    internal WatchedExperiment At(ExperimentStatus now) => this with { Status = now, Cells = [.. Cells.Select(cell => cell.At(now))] };
}
