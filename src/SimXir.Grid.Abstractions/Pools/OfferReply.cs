namespace SimXir.Grid;

/// <summary>What a pool answers to a round that waits.</summary>
/// <param name="Obstacle">Why no slot of the pool can ever run it; null where one can.</param>
/// <param name="AgainIn">When it says again that it waits: soon where few wait, later where each repetition is one of thousands.</param>
[GenerateSerializer, Immutable, Alias("SimXir.OfferReply")]
public sealed record OfferReply([property: Id(0)] string? Obstacle, [property: Id(1)] TimeSpan AgainIn);
