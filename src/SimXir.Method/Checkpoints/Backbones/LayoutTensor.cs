using System.Collections.Immutable;

namespace SimXir.Method;

/// <summary>One tensor that a backbone's state dict has.</summary>
/// <param name="Name">As torchvision's, without a prefix.</param>
/// <param name="Shape">Empty for the counter of a BatchNorm, which is a 64 bit integer; all others are floats.</param>
internal sealed record LayoutTensor(string Name, ImmutableArray<long> Shape)
{
    /// <summary>Whether it only counts batches: nothing depends on it, and PyTorch before 0.4.1 did not write it.</summary>
    public bool IsCounter => Shape.IsEmpty;

    public ElementType Type => IsCounter ? ElementType.I64 : ElementType.F32;
}
