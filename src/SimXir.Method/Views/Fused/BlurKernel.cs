using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace SimXir.Method;

/// <summary>Gaussian blur of an image (3, S, S), S a multiple of 8, in place: torchvision's kernel of 3x3 pixels as one pass down the columns and one along
/// the rows, with reflected borders.</summary>
/// <remarks>Left and right are added before they are weighted, so that the blur of a mirrored image is the mirrored blur, bit for
/// bit.</remarks>
internal static class BlurKernel
{
    private const int Lanes = 8;

    /// <summary>The weight of either neighbour along an axis; the pixel itself has what is left to 1.</summary>
    /// <param name="sigma">The Gaussian's standard deviation in pixels; 0 for no blur, which gives 0.</param>
    public static float EdgeWeight(float sigma)
    {
        var edge = Math.Exp(-0.5 / ((double)sigma * sigma));
        return (float)(edge / (1 + (2 * edge)));
    }

    [SkipLocalsInit]
    public static void Blur(Span<float> image, float sigma)
    {
        var edge = Vector256.Create(EdgeWeight(sigma));
        var centre = Vector256<float>.One - edge - edge;
        var side = Scratch.SideOf(image.Length);
        var plane = side * side;
        Span<float> near = stackalloc float[ImageSet.Height * (ImageSet.Width + (2 * Lanes))];
        using var scratch = new Scratch(near, side * StrideOf(side));
        for (var at = 0; at < image.Length; at += plane)
        {
            ref var first = ref MemoryMarshal.GetReference(image.Slice(at, plane));
            Columns(ref first, scratch.Values, side, edge, centre);
            Rows(scratch.Values, ref first, side, edge, centre);
        }
    }

    /// <summary>Of a row of the plane between the two passes, with a place left of it and one right of it.</summary>
    private static int StrideOf(int side) => side + (2 * Lanes);

    private static void Columns(ref float plane, Span<float> between, int side, Vector256<float> edge, Vector256<float> centre)
    {
        ref var to = ref MemoryMarshal.GetReference(between);
        var stride = StrideOf(side);
        for (var row = 0; row < side; row++)
        {
            var (above, below) = (row > 0 ? row - 1 : 1, row < side - 1 ? row + 1 : side - 2);
            for (var column = 0; column < side; column += Lanes)
            {
                var sides = Vector256.LoadUnsafe(ref plane, (nuint)((above * side) + column))
                    + Vector256.LoadUnsafe(ref plane, (nuint)((below * side) + column));
                var pixel = Vector256.LoadUnsafe(ref plane, (nuint)((row * side) + column));
                Vector256.FusedMultiplyAdd(edge, sides, centre * pixel).StoreUnsafe(ref to, (nuint)((row * stride) + Lanes + column));
            }
        }
    }

    private static void Rows(Span<float> between, ref float plane, int side, Vector256<float> edge, Vector256<float> centre)
    {
        ref var from = ref MemoryMarshal.GetReference(between);
        var stride = StrideOf(side);
        for (var row = 0; row < side; row++)
        {
            var pixels = between.Slice(row * stride, stride);
            pixels[Lanes - 1] = pixels[Lanes + 1];
            pixels[Lanes + side] = pixels[Lanes + side - 2];
            for (var column = 0; column < side; column += Lanes)
            {
                var at = (nuint)((row * stride) + Lanes + column);
                var sides = Vector256.LoadUnsafe(ref from, at - 1) + Vector256.LoadUnsafe(ref from, at + 1);
                Vector256.FusedMultiplyAdd(edge, sides, centre * Vector256.LoadUnsafe(ref from, at))
                    .StoreUnsafe(ref plane, (nuint)((row * side) + column));
            }
        }
    }
}
