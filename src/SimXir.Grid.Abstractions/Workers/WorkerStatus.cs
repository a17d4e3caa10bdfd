using SimXir.Experiments;

namespace SimXir.Grid;

/// <summary>What a slot is doing.</summary>
/// <param name="Id">Which slot.</param>
/// <param name="Threads">Torch threads of the slot.</param>
/// <param name="Draining">It takes no more work.</param>
/// <param name="Round">The round it runs, if any.</param>
/// <param name="Fence">That round's fence.</param>
/// <param name="Progress">How far it is.</param>
/// <param name="BestPrecision">What the slot trains fastest in.</param>
[GenerateSerializer, Immutable, Alias("SimXir.WorkerStatus")]
public sealed record WorkerStatus(
    [property: Id(0)] WorkerId Id,
    [property: Id(1)] int Threads,
    [property: Id(2)] bool Draining,
    [property: Id(3)] RoundKey? Round,
    [property: Id(4)] long Fence,
    [property: Id(5)] RoundProgress? Progress,
    [property: Id(6)] Precision BestPrecision);
