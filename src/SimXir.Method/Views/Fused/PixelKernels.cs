using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace SimXir.Method;

/// <summary>Bytes to values in [0, 1], and values to normalised ones.</summary>
/// <remarks>Here and in the other kernels vectors are 256 bits wide on every machine and sums have a fixed order, so that a view is the
/// same, bit for bit, wherever it is drawn.</remarks>
internal static class PixelKernels
{
    /// <summary>x / 255, by a factor for which 255 becomes exactly 1.</summary>
    /// <param name="pixels">A multiple of 8 bytes.</param>
    /// <param name="destination">At least as long.</param>
    public static void ToUnit(ReadOnlySpan<byte> pixels, Span<float> destination)
    {
        var scale = Vector256.Create(1f / byte.MaxValue);
        ref var from = ref MemoryMarshal.GetReference(pixels);
        ref var to = ref MemoryMarshal.GetReference(destination[..pixels.Length]);
        var (i, length) = ((nuint)0, (nuint)pixels.Length);
        for (; i + (nuint)Vector256<byte>.Count <= length; i += (nuint)Vector256<byte>.Count)
        {
            var (low, high) = Vector256.Widen(Vector256.LoadUnsafe(ref from, i));
            var (first, second) = Vector256.Widen(low);
            var (third, fourth) = Vector256.Widen(high);
            (Vector256.ConvertToSingle(first.AsInt32()) * scale).StoreUnsafe(ref to, i);
            (Vector256.ConvertToSingle(second.AsInt32()) * scale).StoreUnsafe(ref to, i + 8);
            (Vector256.ConvertToSingle(third.AsInt32()) * scale).StoreUnsafe(ref to, i + 16);
            (Vector256.ConvertToSingle(fourth.AsInt32()) * scale).StoreUnsafe(ref to, i + 24);
        }

        // Rows of images whose side is no multiple of 32.
        for (; i < length; i += (nuint)Vector64<byte>.Count)
        {
            var (low, high) = Vector64.Widen(Vector64.LoadUnsafe(ref from, i));
            var eight = Vector256.Create(Vector128.WidenLower(low.ToVector128Unsafe()), Vector128.WidenLower(high.ToVector128Unsafe()));
            (Vector256.ConvertToSingle(eight.AsInt32()) * scale).StoreUnsafe(ref to, i);
        }
    }

    /// <summary>(x - mean) / std, with the three values of a pixel next to each other: channels last.</summary>
    /// <param name="image">(3, S, S), S a multiple of 8.</param>
    /// <param name="mean">(3).</param>
    /// <param name="inverseStd">(3).</param>
    /// <param name="destination">(S, S, 3).</param>
    public static void Normalise(
        ReadOnlySpan<float> image, ReadOnlySpan<float> mean, ReadOnlySpan<float> inverseStd, Span<float> destination)
    {
        ref var from = ref MemoryMarshal.GetReference(image);
        ref var to = ref MemoryMarshal.GetReference(destination[..image.Length]);
        var (lanes, plane) = ((nuint)Vector256<float>.Count, (nuint)(image.Length / ImageSet.Channels));
        for (nuint i = 0; i < plane; i += lanes)
        {
            var red = (Vector256.LoadUnsafe(ref from, i) - Vector256.Create(mean[0])) * Vector256.Create(inverseStd[0]);
            var green = (Vector256.LoadUnsafe(ref from, i + plane) - Vector256.Create(mean[1])) * Vector256.Create(inverseStd[1]);
            var blue = (Vector256.LoadUnsafe(ref from, i + (2 * plane)) - Vector256.Create(mean[2])) * Vector256.Create(inverseStd[2]);

            // Eight pixels are three vectors of results: r0 g0 b0 r1 g1 b1 r2 g2, b2 r3 g3 b3 r4 g4 b4 r5, g5 b5 r6 g6 b6 r7 g7 b7.
            InTurns(Vector256.Create(0, 0, 0, 1, 1, 1, 2, 2), red, green, blue).StoreUnsafe(ref to, 3 * i);
            InTurns(Vector256.Create(2, 3, 3, 3, 4, 4, 4, 5), blue, red, green).StoreUnsafe(ref to, (3 * i) + lanes);
            InTurns(Vector256.Create(5, 5, 6, 6, 6, 7, 7, 7), green, blue, red).StoreUnsafe(ref to, (3 * i) + (2 * lanes));
        }
    }

    /// <summary>One lane of each in turns, from the pixels given.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> InTurns(
        Vector256<int> pixels, Vector256<float> first, Vector256<float> second, Vector256<float> third)
    {
        var isFirst = Vector256.Create(-1, 0, 0, -1, 0, 0, -1, 0).AsSingle();
        var isSecond = Vector256.Create(0, -1, 0, 0, -1, 0, 0, -1).AsSingle();
        return Vector256.ConditionalSelect(
            isFirst,
            Vector256.ShuffleNative(first, pixels),
            Vector256.ConditionalSelect(
                isSecond, Vector256.ShuffleNative(second, pixels), Vector256.ShuffleNative(third, pixels)));
    }
}
