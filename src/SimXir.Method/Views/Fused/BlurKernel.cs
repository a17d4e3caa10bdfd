using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace SimXir.Method;

/// <summary>Gaussian blur of an image (3, 32, 32), in place: torchvision's kernel of 3x3 pixels as one pass down the columns and one along
/// the rows, with reflected borders.</summary>
/// <remarks>Left and right are added before they are weighted, so that the blur of a mirrored image is the mirrored blur, bit for
/// bit.</remarks>
internal static class BlurKernel
{
    private const int Side = ImageSet.Width;
    private const int Plane = ImageSet.Height * ImageSet.Width;
    private const int Lanes = 8;

    /// <summary>A row of the plane between the two passes, with a place left of it and one right of it.</summary>
    private const int Stride = Side + (2 * Lanes);

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
        Span<float> between = stackalloc float[Side * Stride];
        for (var at = 0; at < ImageSet.ImageSize; at += Plane)
        {
            ref var plane = ref MemoryMarshal.GetReference(image.Slice(at, Plane));
            Columns(ref plane, between, edge, centre);
            Rows(between, ref plane, edge, centre);
        }
    }

    private static void Columns(ref float plane, Span<float> between, Vector256<float> edge, Vector256<float> centre)
    {
        ref var to = ref MemoryMarshal.GetReference(between);
        for (var row = 0; row < Side; row++)
        {
            var (above, below) = (row > 0 ? row - 1 : 1, row < Side - 1 ? row + 1 : Side - 2);
            for (var column = 0; column < Side; column += Lanes)
            {
                var sides = Vector256.LoadUnsafe(ref plane, (nuint)((above * Side) + column))
                    + Vector256.LoadUnsafe(ref plane, (nuint)((below * Side) + column));
                var pixel = Vector256.LoadUnsafe(ref plane, (nuint)((row * Side) + column));
                Vector256.FusedMultiplyAdd(edge, sides, centre * pixel).StoreUnsafe(ref to, (nuint)((row * Stride) + Lanes + column));
            }
        }
    }

    private static void Rows(Span<float> between, ref float plane, Vector256<float> edge, Vector256<float> centre)
    {
        ref var from = ref MemoryMarshal.GetReference(between);
        for (var row = 0; row < Side; row++)
        {
            var pixels = between.Slice(row * Stride, Stride);
            pixels[Lanes - 1] = pixels[Lanes + 1];
            pixels[Lanes + Side] = pixels[Lanes + Side - 2];
            for (var column = 0; column < Side; column += Lanes)
            {
                var at = (nuint)((row * Stride) + Lanes + column);
                var sides = Vector256.LoadUnsafe(ref from, at - 1) + Vector256.LoadUnsafe(ref from, at + 1);
                Vector256.FusedMultiplyAdd(edge, sides, centre * Vector256.LoadUnsafe(ref from, at))
                    .StoreUnsafe(ref plane, (nuint)((row * Side) + column));
            }
        }
    }
}
