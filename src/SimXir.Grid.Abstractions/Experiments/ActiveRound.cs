using SimXir.Experiments;

namespace SimXir.Grid;

/// <summary>A round that runs or waits, as its experiment last heard of it.</summary>
[GenerateSerializer, Immutable, Alias("SimXir.ActiveRound")]
public sealed record ActiveRound(
    [property: Id(0)] RoundKey Key,
    [property: Id(1)] string Title,
    [property: Id(2)] RoundStatus Status,
    [property: Id(3)] RoundProgress? Progress);
