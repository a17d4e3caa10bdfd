using SimXir.Experiments;

namespace SimXir.Grid;

/// <summary>A round that runs or waits, as its experiment last heard of it.</summary>
/// <param name="Key">Which.</param>
/// <param name="Title">What the experiment calls it.</param>
/// <param name="Status">Where it stands.</param>
/// <param name="Progress">How far it is.</param>
/// <param name="Obstacle">Why no slot can ever run it; null where one can.</param>
[GenerateSerializer, Immutable, Alias("SimXir.ActiveRound")]
public sealed record ActiveRound(
    [property: Id(0)] RoundKey Key,
    [property: Id(1)] string Title,
    [property: Id(2)] RoundStatus Status,
    [property: Id(3)] RoundProgress? Progress,
    [property: Id(4)] string? Obstacle = null);
