using SimXir.Experiments;

namespace SimXir.Host;

/// <summary>One slot of the pool.</summary>
/// <param name="Id"><c>silo|device</c>.</param>
/// <param name="Silo">Where it lives.</param>
/// <param name="Device">cpu or cuda, and which.</param>
/// <param name="MemoryGiB">Its device's; null where that is not known.</param>
/// <param name="Threads">Torch threads; null where it did not answer.</param>
/// <param name="Draining">It takes no more work.</param>
/// <param name="Quarantine">Why it is given no more work; null where it is.</param>
/// <param name="Sweep">Whose round it holds.</param>
/// <param name="Round">The round that it holds.</param>
/// <param name="Title">What the round's experiment calls it.</param>
/// <param name="Experiment">That experiment.</param>
/// <param name="Progress">How far the round is.</param>
public sealed record WorkerView(
    string Id,
    string Silo,
    string Device,
    double? MemoryGiB,
    int? Threads,
    bool Draining,
    string? Quarantine,
    SweepId? Sweep,
    RoundKey? Round,
    string? Title,
    ExperimentId? Experiment,
    RoundProgress? Progress);
