namespace SimXir.Grid;

/// <summary>A round and the slot that it was given to.</summary>
[GenerateSerializer, Immutable, Alias("SimXir.ServedRound")]
public sealed record ServedRound([property: Id(0)] WaitingRound Round, [property: Id(1)] WorkerId Worker);
