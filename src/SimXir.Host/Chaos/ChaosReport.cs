using SimXir.Experiments;

namespace SimXir.Host;

/// <summary>What became of a sweep under faults.</summary>
/// <param name="Sweep">Which.</param>
/// <param name="Kill">What was hurt.</param>
/// <param name="Seed">Draws the same faults again.</param>
/// <param name="Faults">How many there were until it ended.</param>
/// <param name="Invariants">What must hold whatever happens, counted.</param>
public sealed record ChaosReport(SweepId Sweep, ChaosKind Kill, int Seed, int Faults, RigReport Invariants);
