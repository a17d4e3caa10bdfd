using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace SimXir.Method;

/// <summary>Rotation of the hue of an image (3, S, S) in [0, 1], in place: RGB to HSV, h + shift modulo 1, back to RGB, as
/// torchvision's tensor function, but without a branch or a table.</summary>
/// <remarks>With v = max, c = max - min and h in sixths of a turn, each channel of the result is v - c clamp(min(k, 4 - k), 0, 1), where
/// k = (n + h) mod 6 and n = 5, 3, 1 for red, green and blue: the same as HSV's six cases, continuous in h, and the saturation
/// cancels.</remarks>
internal static class HueKernel
{
    /// <summary>Stands for c in the division where the pixel is gray; below any c that 8-bit images lead to.</summary>
    public const float Tiny = 1e-30f;

    /// <param name="image">(3, S, S) in [0, 1], S a multiple of 8.</param>
    /// <param name="shift">In turns, -1 to 1.</param>
    public static void Hue(Span<float> image, float shift)
    {
        ref var values = ref MemoryMarshal.GetReference(image);
        var plane = (nuint)(image.Length / ImageSet.Channels);
        var turn = Vector256.Create(6 * shift);
        for (nuint i = 0; i < plane; i += (nuint)Vector256<float>.Count)
        {
            var red = Vector256.LoadUnsafe(ref values, i);
            var green = Vector256.LoadUnsafe(ref values, i + plane);
            var blue = Vector256.LoadUnsafe(ref values, i + (2 * plane));
            var value = Vector256.MaxNative(Vector256.MaxNative(red, green), blue);
            var chroma = value - Vector256.MinNative(Vector256.MinNative(red, green), blue);

            var isRed = Vector256.Equals(value, red);
            var isGreen = Vector256.Equals(value, green);
            var difference = Vector256.ConditionalSelect(
                isRed, green - blue, Vector256.ConditionalSelect(isGreen, blue - red, red - green));
            var sector = Vector256.ConditionalSelect(
                isRed, Vector256<float>.Zero, Vector256.ConditionalSelect(isGreen, Vector256.Create(2f), Vector256.Create(4f)));
            var hue = (difference / Vector256.MaxNative(chroma, Vector256.Create(Tiny))) + sector + turn;

            Channel(hue, 5, value, chroma).StoreUnsafe(ref values, i);
            Channel(hue, 3, value, chroma).StoreUnsafe(ref values, i + plane);
            Channel(hue, 1, value, chroma).StoreUnsafe(ref values, i + (2 * plane));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> Channel(Vector256<float> hue, float offset, Vector256<float> value, Vector256<float> chroma)
    {
        var k = hue + Vector256.Create(offset);
        k = Vector256.FusedMultiplyAdd(Vector256.Floor(k * (1f / 6)), Vector256.Create(-6f), k);
        var part = Vector256.MinNative(Vector256.MinNative(k, Vector256.Create(4f) - k), Vector256<float>.One);
        return value - (chroma * Vector256.MaxNative(part, Vector256<float>.Zero));
    }
}
