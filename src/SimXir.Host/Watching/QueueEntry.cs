using SimXir.Experiments;

namespace SimXir.Host;

/// <summary>One round that waits for a slot.</summary>
/// <param name="Place">0 for the next.</param>
/// <param name="Round">Which.</param>
/// <param name="Sweep">Whose share of slot time it takes.</param>
/// <param name="Experiment">For which experiment; null where its plan could not be read.</param>
/// <param name="Title">What that calls it.</param>
/// <param name="Priority">Of its sweep.</param>
/// <param name="Weight">Of its sweep.</param>
/// <param name="Reason">Why it waits, in a sentence.</param>
public sealed record QueueEntry(int Place, RoundKey Round, SweepId Sweep, ExperimentId? Experiment, string? Title, int Priority, double Weight, string Reason);
