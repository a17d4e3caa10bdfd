using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace SimXir.Method;

/// <summary>Bytes to values in [0, 1], and values to normalised ones.</summary>
/// <remarks>Here and in the other kernels vectors are 256 bits wide on every machine and sums have a fixed order, so that a view is the
/// same, bit for bit, wherever it is drawn.</remarks>
internal static class PixelKernels
{
    private const int Plane = ImageSet.Height * ImageSet.Width;

    /// <summary>x / 255, by a factor for which 255 becomes exactly 1.</summary>
    /// <param name="pixels">A multiple of 32 bytes.</param>
    /// <param name="destination">At least as long.</param>
    public static void ToUnit(ReadOnlySpan<byte> pixels, Span<float> destination)
    {
        var scale = Vector256.Create(1f / byte.MaxValue);
        ref var from = ref MemoryMarshal.GetReference(pixels);
        ref var to = ref MemoryMarshal.GetReference(destination[..pixels.Length]);
        for (nuint i = 0; i < (nuint)pixels.Length; i += (nuint)Vector256<byte>.Count)
        {
            var (low, high) = Vector256.Widen(Vector256.LoadUnsafe(ref from, i));
            var (first, second) = Vector256.Widen(low);
            var (third, fourth) = Vector256.Widen(high);
            (Vector256.ConvertToSingle(first.AsInt32()) * scale).StoreUnsafe(ref to, i);
            (Vector256.ConvertToSingle(second.AsInt32()) * scale).StoreUnsafe(ref to, i + 8);
            (Vector256.ConvertToSingle(third.AsInt32()) * scale).StoreUnsafe(ref to, i + 16);
            (Vector256.ConvertToSingle(fourth.AsInt32()) * scale).StoreUnsafe(ref to, i + 24);
        }
    }

    /// <summary>(x - mean) / std, in place.</summary>
    /// <param name="image">(3, 32, 32).</param>
    /// <param name="mean">(3).</param>
    /// <param name="inverseStd">(3).</param>
    public static void Normalise(Span<float> image, ReadOnlySpan<float> mean, ReadOnlySpan<float> inverseStd)
    {
        for (var channel = 0; channel < ImageSet.Channels; channel++)
        {
            var shift = Vector256.Create(mean[channel]);
            var scale = Vector256.Create(inverseStd[channel]);
            ref var plane = ref MemoryMarshal.GetReference(image.Slice(channel * Plane, Plane));
            for (nuint i = 0; i < Plane; i += (nuint)Vector256<float>.Count)
                ((Vector256.LoadUnsafe(ref plane, i) - shift) * scale).StoreUnsafe(ref plane, i);
        }
    }
}
