using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace SimXir.Method;

/// <summary>Brightness, contrast, saturation and grayscale of an image (3, S, S) in [0, 1], S a multiple of 8, in place and clamped to [0, 1], as
/// torchvision's tensor functions define them: a blend f x + (1 - f) y with nothing, with the mean of the gray image, and with the gray
/// image.</summary>
internal static class ColorKernels
{
    private static readonly nuint Lanes = (nuint)Vector256<float>.Count;

    public static void Brightness(Span<float> image, float factor)
    {
        ref var values = ref MemoryMarshal.GetReference(image);
        var scale = Vector256.Create(factor);
        for (nuint i = 0; i < (nuint)image.Length; i += Lanes)
            Vector256.MinNative(Vector256.LoadUnsafe(ref values, i) * scale, Vector256<float>.One).StoreUnsafe(ref values, i);
    }

    public static void Contrast(Span<float> image, float factor)
    {
        ref var values = ref MemoryMarshal.GetReference(image);
        var scale = Vector256.Create(factor);
        var offset = Vector256.Create((1 - factor) * GrayMean(ref values, Plane(image)));
        for (nuint i = 0; i < (nuint)image.Length; i += Lanes)
            Clamp(Vector256.FusedMultiplyAdd(scale, Vector256.LoadUnsafe(ref values, i), offset)).StoreUnsafe(ref values, i);
    }

    public static void Saturation(Span<float> image, float factor)
    {
        ref var values = ref MemoryMarshal.GetReference(image);
        var (length, plane) = ((nuint)image.Length, Plane(image));
        var scale = Vector256.Create(factor);
        var rest = Vector256.Create(1 - factor);
        for (nuint i = 0; i < plane; i += Lanes)
        {
            var gray = Gray(ref values, i, plane) * rest;
            for (var at = i; at < length; at += plane)
                Clamp(Vector256.FusedMultiplyAdd(scale, Vector256.LoadUnsafe(ref values, at), gray)).StoreUnsafe(ref values, at);
        }
    }

    public static void Grayscale(Span<float> image)
    {
        ref var values = ref MemoryMarshal.GetReference(image);
        var plane = Plane(image);
        for (nuint i = 0; i < plane; i += Lanes)
        {
            var gray = Gray(ref values, i, plane);
            gray.StoreUnsafe(ref values, i);
            gray.StoreUnsafe(ref values, i + plane);
            gray.StoreUnsafe(ref values, i + (2 * plane));
        }
    }

    /// <summary>0.2989 R + 0.587 G + 0.114 B, torchvision's weights (their sum is 0.9999).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> Gray(ref float values, nuint i, nuint plane)
    {
        var gray = Vector256.LoadUnsafe(ref values, i) * 0.2989f;
        gray = Vector256.FusedMultiplyAdd(Vector256.Create(0.587f), Vector256.LoadUnsafe(ref values, i + plane), gray);
        return Vector256.FusedMultiplyAdd(Vector256.Create(0.114f), Vector256.LoadUnsafe(ref values, i + (2 * plane)), gray);
    }

    /// <summary>Two running sums of eight lanes, added up in one fixed order.</summary>
    private static float GrayMean(ref float values, nuint plane)
    {
        Vector256<float> even = Vector256<float>.Zero, odd = Vector256<float>.Zero;
        for (nuint i = 0; i < plane; i += 2 * Lanes)
        {
            even += Gray(ref values, i, plane);
            odd += Gray(ref values, i + Lanes, plane);
        }

        var sums = even + odd;
        var quarters = sums.GetLower() + sums.GetUpper();
        return (quarters[0] + quarters[1] + (quarters[2] + quarters[3])) / plane;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> Clamp(Vector256<float> value) =>
        Vector256.MinNative(Vector256.MaxNative(value, Vector256<float>.Zero), Vector256<float>.One);

    private static nuint Plane(ReadOnlySpan<float> image) => (nuint)(image.Length / ImageSet.Channels);
}
