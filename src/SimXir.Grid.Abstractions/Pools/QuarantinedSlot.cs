namespace SimXir.Grid;

/// <summary>A slot that is given no more work, and why.</summary>
[GenerateSerializer, Immutable, Alias("SimXir.QuarantinedSlot")]
public sealed record QuarantinedSlot([property: Id(0)] WorkerId Worker, [property: Id(1)] string Reason);
