namespace SimXir.Grid;

/// <summary>One line of a grain's causal log, which <c>why</c> prints: what happened and because of what.</summary>
[GenerateSerializer, Immutable, Alias("SimXir.CausalEntry")]
public sealed record CausalEntry([property: Id(0)] DateTimeOffset At, [property: Id(1)] string Text);
