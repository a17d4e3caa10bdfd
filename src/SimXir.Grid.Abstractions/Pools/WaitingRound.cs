using System.Collections.Immutable;
using SimXir.Experiments;

namespace SimXir.Grid;

/// <summary>A round that wants a slot, or holds one, on behalf of a sweep.</summary>
/// <param name="Key">Which.</param>
/// <param name="Sweep">Whose share of slot time it takes.</param>
/// <param name="Service">How that sweep is served.</param>
/// <param name="Tried">Slots on which it has failed, which are the last to be given it again.</param>
[GenerateSerializer, Immutable, Alias("SimXir.WaitingRound")]
public sealed record WaitingRound(
    [property: Id(0)] RoundKey Key,
    [property: Id(1)] SweepId Sweep,
    [property: Id(2)] ServiceSpec Service,
    [property: Id(3)] ImmutableArray<WorkerId> Tried);
