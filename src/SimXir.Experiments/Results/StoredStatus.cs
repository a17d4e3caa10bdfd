using System.Collections.Immutable;

namespace SimXir.Experiments;

/// <summary>Where a sweep stands, by what its store holds.</summary>
/// <param name="Sweep">Which.</param>
/// <param name="State">Summed up over its cells.</param>
/// <param name="Held">Why it is paused or cancelled, in a sentence; null where it is neither.</param>
/// <param name="Worker">The process that drives the store now, or null where none does.</param>
/// <param name="Experiments">One by one.</param>
/// <param name="Ledger">Slot time of all its rounds so far.</param>
/// <param name="Wasted">Its wasted seconds by the reason of the stop, as far as a round heard of it.</param>
/// <param name="RunningSeconds">Slot time of running attempts since they last recorded theirs, with a checkpoint at the latest: not split yet, and no part of <paramref name="Ledger"/>.</param>
public sealed record StoredStatus(
    SweepId Sweep,
    CellState State,
    string? Held,
    string? Worker,
    ImmutableArray<StoredExperiment> Experiments,
    SlotLedger Ledger,
    ImmutableSortedDictionary<StopReason, double> Wasted,
    double RunningSeconds);
