using System.Collections.Immutable;

namespace SimXir.Grid;

/// <summary>What a pool knows now.</summary>
/// <param name="Waiting">Rounds without a slot, in the order in which they would be served if every slot were alike.</param>
/// <param name="Slots">Slots that have asked, or held a round, within the last minute.</param>
/// <param name="Served">Rounds with a slot.</param>
/// <param name="Quarantined">Slots that get no more work.</param>
[GenerateSerializer, Immutable, Alias("SimXir.PoolStatus")]
public sealed record PoolStatus(
    [property: Id(0)] ImmutableArray<WaitingRound> Waiting,
    [property: Id(1)] ImmutableArray<SlotOffer> Slots,
    [property: Id(2)] ImmutableArray<ServedRound> Served,
    [property: Id(3)] ImmutableArray<QuarantinedSlot> Quarantined);
