namespace SimXir.Grid;

/// <summary>What a client asked for, or why it cannot have it.</summary>
/// <param name="Value">Null where there is a fault.</param>
/// <param name="Fault">One message for the person who asked.</param>
/// <param name="IsInput">Whether the fault is in what was asked, not in the store.</param>
[GenerateSerializer, Immutable, Alias("SimXir.StoreAnswer`1")]
public sealed record StoreAnswer<T>([property: Id(0)] T? Value, [property: Id(1)] string? Fault = null, [property: Id(2)] bool IsInput = false);
