namespace SimXir.Method;

/// <summary>The names of what training rounds produce; each part is a safetensors file.</summary>
public static class RoundParts
{
    /// <summary>The backbone, with torchvision's names.</summary>
    public const string Weights = "weights";

    /// <summary>Of a pretraining block: heads (<c>method.…</c>) and momentum buffers (<c>momentum.…</c>), from which the next block goes
    /// on.</summary>
    public const string State = "state";
}
