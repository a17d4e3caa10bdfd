namespace SimXir.Method;

/// <summary>All of a training round between two steps, as a safetensors file; to be given back as <see
/// cref="RoundInputs.Checkpoint"/>.</summary>
/// <param name="Content">Equal states give equal bytes.</param>
/// <param name="Step">Steps done of this round.</param>
/// <param name="Epoch">Epochs done of the whole stage.</param>
public sealed record TrainingCheckpoint(byte[] Content, long Step, int Epoch);
