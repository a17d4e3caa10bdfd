using System.Collections.Immutable;
using static TorchSharp.torch;

namespace SimXir.Method;

/// <summary>A tensor as it lies in a file: row-major, little-endian.</summary>
/// <param name="Type">Of its elements.</param>
/// <param name="Shape">Empty for a scalar; sizes are 0 or more.</param>
/// <param name="Data">As many bytes as type and shape say.</param>
public sealed record StoredTensor(ElementType Type, ImmutableArray<long> Shape, ReadOnlyMemory<byte> Data)
{
    /// <summary>A copy, whatever the tensor's device, strides and later changes.</summary>
    /// <param name="tensor">Of one of the types that a file holds.</param>
    /// <param name="name">Its name in a message.</param>
    public static StoredTensor Copy(Tensor tensor, string name)
    {
        using var scope = NewDisposeScope();
        using var frozen = no_grad();
        var plain = tensor.detach().cpu().contiguous();
        return new StoredTensor(ElementTypes.Of(plain.dtype, name), [.. plain.shape], plain.numel() == 0 ? default : plain.bytes.ToArray());
    }

    /// <summary>A new tensor on the CPU with this content.</summary>
    public Tensor ToTensor()
    {
        var tensor = empty([.. Shape], ElementTypes.TorchOf(Type));
        if (Data.Length > 0) Data.Span.CopyTo(tensor.bytes);
        return tensor;
    }
}
