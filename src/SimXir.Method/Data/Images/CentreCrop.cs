using System.Buffers;
using System.Runtime.Intrinsics;
using SimXir.Experiments;

namespace SimXir.Method;

/// <summary>Resize of the short side and crop of the centre, as torchvision's Resize and CenterCrop have them on PIL images: bilinear with
/// antialiasing, which is a triangle as wide as the scale (or two pixels, where the image grows), first along the rows, then along the
/// columns, rounded to bytes after each.</summary>
/// <remarks>In whole numbers, with weights of 22 bits, so that the result is the same on every machine. Triangle, because it is what
/// evaluation on ImageNet, whose numbers are compared, uses; antialiased, because without it a photograph that shrinks tenfold shows one
/// pixel in a hundred. Only what the crop keeps is computed.</remarks>
internal static class CentreCrop
{
    /// <param name="pixels">(H, W): red in the lowest byte, then green and blue.</param>
    /// <param name="width">W.</param>
    /// <param name="height">H.</param>
    /// <param name="spec">The sizes.</param>
    /// <param name="image">(3, Size, Size), written.</param>
    public static void Run(ReadOnlySpan<uint> pixels, int width, int height, ImagesSpec spec, Span<byte> image)
    {
        var columns = Axis(width, Math.Min(width, height), spec);
        var rows = Axis(height, Math.Min(width, height), spec);
        var (first, last) = (rows.First[0], rows.First[^1] + rows.Taps);
        var rented = ArrayPool<uint>.Shared.Rent(Math.Max(1, last - first) * spec.Size);
        var between = rented.AsSpan(0, (last - first) * spec.Size);
        for (var row = first; row < last; row++)
        {
            var line = pixels.Slice(row * width, width);
            for (var x = 0; x < spec.Size; x++) between[((row - first) * spec.Size) + x] = Blend(line, columns.First[x], step: 1, columns.WeightsOf(x));
        }

        var plane = spec.Size * spec.Size;
        for (var y = 0; y < spec.Size; y++)
        {
            for (var x = 0; x < spec.Size; x++)
            {
                var pixel = Blend(between, ((rows.First[y] - first) * spec.Size) + x, spec.Size, rows.WeightsOf(y));
                var at = (y * spec.Size) + x;
                (image[at], image[plane + at], image[(2 * plane) + at]) = ((byte)pixel, (byte)(pixel >> 8), (byte)(pixel >> 16));
            }
        }
        ArrayPool<uint>.Shared.Return(rented);
    }

    /// <summary>torchvision: the short side becomes Resize, the other keeps the ratio, rounded down; the crop begins at half of what is
    /// left over, a half rounded to the even number.</summary>
    private static TriangleAxis Axis(int length, int shortSide, ImagesSpec spec)
    {
        var resized = (int)((long)spec.Resize * length / shortSide);
        return TriangleAxis.Of(length, resized, (int)Math.Round((resized - spec.Size) / 2.0, MidpointRounding.ToEven), spec.Size);
    }

    private static uint Blend(ReadOnlySpan<uint> pixels, int at, int step, ReadOnlySpan<int> weights)
    {
        var sum = Vector128.Create(1 << (TriangleAxis.Bits - 1));
        foreach (var weight in weights)
        {
            var channels = Vector128.WidenLower(Vector128.WidenLower(Vector128.CreateScalar(pixels[at]).AsByte())).AsInt32();
            sum += channels * Vector128.Create(weight);
            at += step;
        }
        var rounded = sum >> TriangleAxis.Bits;
        return (uint)rounded[0] | ((uint)rounded[1] << 8) | ((uint)rounded[2] << 16);
    }
}
