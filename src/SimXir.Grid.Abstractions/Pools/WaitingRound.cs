using SimXir.Experiments;

namespace SimXir.Grid;

/// <summary>A round that wants a slot, on behalf of a sweep.</summary>
[GenerateSerializer, Immutable, Alias("SimXir.WaitingRound")]
public sealed record WaitingRound([property: Id(0)] RoundKey Key, [property: Id(1)] SweepId Sweep);
