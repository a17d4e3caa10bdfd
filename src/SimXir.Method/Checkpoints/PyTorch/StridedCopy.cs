using System.Collections.Immutable;

namespace SimXir.Method;

/// <summary>Brings the elements of a strided tensor into row-major order.</summary>
internal static class StridedCopy
{
    /// <summary>How many bytes at the end of the shape lie one after the other: the longest piece that one copy can take.</summary>
    /// <param name="shape">Sizes of 1 or more.</param>
    /// <param name="strides">In elements.</param>
    /// <param name="elementBytes">Of one element.</param>
    public static long RunBytes(ImmutableArray<long> shape, ImmutableArray<long> strides, int elementBytes) =>
        Run(shape, strides).Elements * elementBytes;

    /// <param name="storage">From the tensor's first element on.</param>
    /// <param name="shape">Sizes of 1 or more; their product fits in an array.</param>
    /// <param name="strides">In elements; every place lies within the storage.</param>
    /// <param name="elementBytes">Of one element.</param>
    public static byte[] RowMajor(ReadOnlySpan<byte> storage, ImmutableArray<long> shape, ImmutableArray<long> strides, int elementBytes)
    {
        var (outer, elements) = Run(shape, strides);
        var run = (int)(elements * elementBytes);
        var copy = new byte[run * shape.AsSpan()[..outer].ToArray().Aggregate(1L, (product, size) => product * size)];
        var index = new long[outer];
        var from = 0L;
        for (var to = 0; to < copy.Length; to += run)
        {
            storage.Slice((int)(from * elementBytes), run).CopyTo(copy.AsSpan(to));
            for (var i = outer - 1; i >= 0; i--)
            {
                from += strides[i];
                if (++index[i] < shape[i]) break;
                from -= shape[i] * strides[i];
                index[i] = 0;
            }
        }

        return copy;
    }

    /// <summary>The dimensions before the last run, and its elements.</summary>
    private static (int Outer, long Elements) Run(ImmutableArray<long> shape, ImmutableArray<long> strides)
    {
        var (outer, elements) = (shape.Length, 1L);
        while (outer > 0 && (shape[outer - 1] == 1 || strides[outer - 1] == elements)) elements *= shape[--outer];
        return (outer, elements);
    }
}
