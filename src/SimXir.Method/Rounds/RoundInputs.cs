namespace SimXir.Method;

/// <summary>What a round starts from.</summary>
/// <param name="Dataset">The images that the recipe names, its subset taken.</param>
/// <param name="Parent">The parent round's parts by name (<see cref="RoundParts"/>); empty where it has none.</param>
/// <param name="Checkpoint">The newest <see cref="TrainingCheckpoint.Content"/> of this very round, to go on from; null to start.</param>
/// <param name="Threads">Torch threads, 1 or more. Results are bit-exact for one number of threads.</param>
/// <param name="Device">cpu, cuda or cuda:N.</param>
public sealed record RoundInputs(
    Dataset Dataset,
    IReadOnlyDictionary<string, ReadOnlyMemory<byte>> Parent,
    ReadOnlyMemory<byte>? Checkpoint,
    int Threads,
    string Device);
