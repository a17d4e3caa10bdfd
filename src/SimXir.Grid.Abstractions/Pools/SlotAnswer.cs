using SimXir.Experiments;

namespace SimXir.Grid;

/// <summary>What a slot that asks for work is told.</summary>
/// <param name="Round">The round to acquire; null where there is none for it.</param>
/// <param name="Quarantine">Why it is given no more work; null where it is.</param>
[GenerateSerializer, Immutable, Alias("SimXir.SlotAnswer")]
public sealed record SlotAnswer([property: Id(0)] RoundKey? Round, [property: Id(1)] string? Quarantine = null);
