using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace SimXir.Method;

/// <summary>Crop and bilinear resize to 32x32: first along the rows, then along the columns. Nothing outside the crop is read into the
/// result, as in torchvision, which crops before it resizes (a grid sampler would mix in the pixels next to the box).</summary>
internal static class CropResize
{
    private const int Side = ImageSet.Width;
    private const int Plane = ImageSet.Height * ImageSet.Width;

    /// <summary>A crop is never wider than the result, so eight neighbouring outputs lie within eight neighbouring inputs, and a block of
    /// outputs is one load and one permutation. The load may pass the end of the rows by that much.</summary>
    private const int Slack = 2 * Block;
    private const int Block = 8;

    /// <summary>From (3, 32, 32) uint8 to (3, 32, 32) in [0, 1].</summary>
    [SkipLocalsInit]
    public static void Run(ReadOnlySpan<byte> image, CropBox box, bool flip, Span<float> destination)
    {
        ResizeAxis.Fill(out var columns, box.Width, flip);
        ResizeAxis.Fill(out var rows, box.Height, reverse: false);
        Span<float> source = stackalloc float[Plane + Slack];
        for (var channel = 0; channel < ImageSet.Channels; channel++)
        {
            var crop = image.Slice((channel * Plane) + (box.Top * Side), box.Height * Side);
            PixelKernels.ToUnit(crop, source);
            source.Slice(crop.Length, Slack).Clear();
            Resize(source, box, in columns, in rows, destination.Slice(channel * Plane, Plane));
        }
    }

    /// <summary>From (3, 32, 32) in [0, 1] to the same.</summary>
    [SkipLocalsInit]
    public static void Run(ReadOnlySpan<float> image, CropBox box, bool flip, Span<float> destination)
    {
        ResizeAxis.Fill(out var columns, box.Width, flip);
        ResizeAxis.Fill(out var rows, box.Height, reverse: false);
        Span<float> source = stackalloc float[Plane + Slack];
        for (var channel = 0; channel < ImageSet.Channels; channel++)
        {
            var crop = image.Slice((channel * Plane) + (box.Top * Side), box.Height * Side);
            crop.CopyTo(source);
            source.Slice(crop.Length, Slack).Clear();
            Resize(source, box, in columns, in rows, destination.Slice(channel * Plane, Plane));
        }
    }

    /// <summary>From the crop's rows in full width, (box.Height, 32), to (32, 32).</summary>
    [SkipLocalsInit]
    private static void Resize(ReadOnlySpan<float> source, CropBox box, in ResizeAxis columns, in ResizeAxis rows, Span<float> destination)
    {
        Span<float> wide = stackalloc float[Plane];
        ref var from = ref MemoryMarshal.GetReference(source);
        ref var to = ref MemoryMarshal.GetReference(wide);
        for (var block = 0; block < Side; block += Block)
        {
            var first = Vector256.LoadUnsafe(in columns.First[block]);
            var weight = Vector256.LoadUnsafe(in columns.Weight[block]);
            var start = Math.Min(first[0], first[Block - 1]);
            var pick = first - Vector256.Create(start);
            for (var row = 0; row < box.Height; row++)
            {
                var at = (nuint)((row * Side) + box.Left + start);
                var left = Vector256.ShuffleNative(Vector256.LoadUnsafe(ref from, at), pick);
                var right = Vector256.ShuffleNative(Vector256.LoadUnsafe(ref from, at + 1), pick);
                Vector256.FusedMultiplyAdd(weight, right - left, left).StoreUnsafe(ref to, (nuint)((row * Side) + block));
            }
        }

        ref var result = ref MemoryMarshal.GetReference(destination);
        for (var row = 0; row < Side; row++)
        {
            var upperRow = rows.First[row];
            var weight = Vector256.Create(rows.Weight[row]);
            var upper = (nuint)(upperRow * Side);
            var lower = (nuint)(Math.Min(upperRow + 1, box.Height - 1) * Side);
            for (nuint column = 0; column < Side; column += Block)
            {
                var above = Vector256.LoadUnsafe(ref to, upper + column);
                var below = Vector256.LoadUnsafe(ref to, lower + column);
                Vector256.FusedMultiplyAdd(weight, below - above, above).StoreUnsafe(ref result, (nuint)(row * Side) + column);
            }
        }
    }
}
