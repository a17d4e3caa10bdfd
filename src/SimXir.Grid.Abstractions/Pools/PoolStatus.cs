using System.Collections.Immutable;

namespace SimXir.Grid;

/// <summary>What a pool knows now.</summary>
/// <param name="Waiting">Rounds without a slot, in the order in which they will be served.</param>
/// <param name="Slots">Slots that have asked within the last minute.</param>
[GenerateSerializer, Immutable, Alias("SimXir.PoolStatus")]
public sealed record PoolStatus(
    [property: Id(0)] ImmutableArray<WaitingRound> Waiting,
    [property: Id(1)] ImmutableArray<WorkerId> Slots);
