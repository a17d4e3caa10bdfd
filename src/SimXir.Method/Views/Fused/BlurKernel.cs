using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using SimXir.Experiments;

namespace SimXir.Method;

/// <summary>Gaussian blur of an image (3, S, S), S a multiple of 8, in place: torchvision's kernel of (2 r + 1)² pixels, r = <see cref="ViewSpec.BlurRadius"/>, as one
/// pass down the columns and one along the rows, with reflected borders.</summary>
/// <remarks>What is left and right of a pixel is added before it is weighted, so that the blur of a mirrored image is the mirrored blur, bit for
/// bit.</remarks>
internal static class BlurKernel
{
    private const int Lanes = 8;

    /// <summary>The weight of the pixel itself, and of either neighbour at each distance from 1 on; with both neighbours they sum to 1.</summary>
    /// <param name="sigma">The Gaussian's standard deviation in pixels; 0 for no blur, which gives neighbours none.</param>
    /// <param name="weights">(r + 1).</param>
    public static void Weigh(float sigma, Span<float> weights)
    {
        double Density(int distance) => Math.Exp(-0.5 * (distance / (double)sigma) * (distance / (double)sigma));
        var sum = 1.0;
        for (var distance = 1; distance < weights.Length; distance++) sum += 2 * Density(distance);
        weights[0] = 1;
        for (var distance = 1; distance < weights.Length; distance++)
        {
            weights[distance] = (float)(Density(distance) / sum);
            weights[0] -= weights[distance];
            weights[0] -= weights[distance];
        }
    }

    [SkipLocalsInit]
    public static void Blur(Span<float> image, float sigma)
    {
        var side = Scratch.SideOf(image.Length);
        var plane = side * side;
        Span<float> weights = stackalloc float[ViewSpec.BlurRadius(side) + 1];
        Weigh(sigma, weights);
        Span<float> near = stackalloc float[ImageSet.Height * (ImageSet.Width + (2 * Lanes))];
        using var scratch = new Scratch(near, side * StrideOf(side, weights));
        for (var at = 0; at < image.Length; at += plane)
        {
            Columns(image.Slice(at, plane), scratch.Values, side, weights);
            Rows(scratch.Values, image.Slice(at, plane), side, weights);
        }
    }

    /// <summary>The place that is meant by one beyond a border.</summary>
    private static int Reflected(int place, int side) => place < 0 ? -place : place < side ? place : (2 * side) - 2 - place;

    /// <summary>Left and right of a row of the plane between the two passes.</summary>
    private static int MarginOf(ReadOnlySpan<float> weights) => (weights.Length - 1 + Lanes - 1) / Lanes * Lanes;

    private static int StrideOf(int side, ReadOnlySpan<float> weights) => side + (2 * MarginOf(weights));

    private static void Columns(ReadOnlySpan<float> plane, Span<float> between, int side, ReadOnlySpan<float> weights)
    {
        ref var from = ref MemoryMarshal.GetReference(plane);
        ref var to = ref MemoryMarshal.GetReference(between);
        var (margin, stride) = (MarginOf(weights), StrideOf(side, weights));
        for (var row = 0; row < side; row++)
        {
            for (var column = 0; column < side; column += Lanes)
            {
                var sum = weights[0] * Vector256.LoadUnsafe(ref from, (nuint)((row * side) + column));
                for (var distance = 1; distance < weights.Length; distance++)
                {
                    var sides = Vector256.LoadUnsafe(ref from, (nuint)((Reflected(row - distance, side) * side) + column))
                        + Vector256.LoadUnsafe(ref from, (nuint)((Reflected(row + distance, side) * side) + column));
                    sum = Vector256.FusedMultiplyAdd(Vector256.Create(weights[distance]), sides, sum);
                }
                sum.StoreUnsafe(ref to, (nuint)((row * stride) + margin + column));
            }
        }
    }

    private static void Rows(Span<float> between, Span<float> plane, int side, ReadOnlySpan<float> weights)
    {
        ref var from = ref MemoryMarshal.GetReference(between);
        ref var to = ref MemoryMarshal.GetReference(plane);
        var (margin, stride) = (MarginOf(weights), StrideOf(side, weights));
        for (var row = 0; row < side; row++)
        {
            var pixels = between.Slice(row * stride, stride);
            for (var distance = 1; distance < weights.Length; distance++)
            {
                pixels[margin - distance] = pixels[margin + distance];
                pixels[margin + side - 1 + distance] = pixels[margin + side - 1 - distance];
            }
            for (var column = 0; column < side; column += Lanes)
            {
                var at = (row * stride) + margin + column;
                var sum = weights[0] * Vector256.LoadUnsafe(ref from, (nuint)at);
                for (var distance = 1; distance < weights.Length; distance++)
                {
                    var sides = Vector256.LoadUnsafe(ref from, (nuint)(at - distance)) + Vector256.LoadUnsafe(ref from, (nuint)(at + distance));
                    sum = Vector256.FusedMultiplyAdd(Vector256.Create(weights[distance]), sides, sum);
                }
                sum.StoreUnsafe(ref to, (nuint)((row * side) + column));
            }
        }
    }
}
