using System.Collections.Immutable;

namespace SimXir.Method;

/// <summary>Shapes out of a file: whatever they say, counting them neither overflows nor makes PyTorch fail.</summary>
internal static class TensorShape
{
    /// <summary>The most dimensions of a tensor that is read: networks have up to five, and the shapes of a hostile file must not weigh
    /// more than the file.</summary>
    public const int MaxRank = 16;

    /// <summary>How many bytes a tensor takes; null where the shape cannot be one: too many dimensions, a size below 0, or a product
    /// beyond 63 bits, also where it is a 0 that makes the tensor empty.</summary>
    public static long? Bytes(ElementType type, ImmutableArray<long> shape)
    {
        if (shape.Length > MaxRank) return null;
        var bytes = (UInt128)ElementTypes.BytesOf(type);
        foreach (var size in shape)
        {
            if (size < 0) return null;
            if (size > 0 && (bytes *= (UInt128)size) > long.MaxValue) return null;
        }

        return shape.Contains(0) ? 0 : (long)bytes;
    }
}
