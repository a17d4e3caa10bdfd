using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace SimXir.Method;

/// <summary>Crop and bilinear resize to the image's own size: first along the rows, then along the columns. Nothing outside the crop is
/// read into the result, as in torchvision, which crops before it resizes (a grid sampler would mix in the pixels next to the
/// box).</summary>
internal static class CropResize
{
    private const int NearPlane = ImageSet.Height * ImageSet.Width;

    /// <summary>A crop is never wider than the result, so eight neighbouring outputs lie within eight neighbouring inputs, and a block of
    /// outputs is one load and one permutation. The load may pass the end of the rows by that much.</summary>
    private const int Slack = 2 * Block;
    private const int Block = 8;

    /// <summary>Turns pixels into floats in [0, 1].</summary>
    private delegate void Load<T>(ReadOnlySpan<T> pixels, Span<float> unit);

    /// <summary>From (3, S, S) uint8, S a multiple of 8, to (3, S, S) in [0, 1].</summary>
    public static void Run(ReadOnlySpan<byte> image, CropBox box, bool flip, Span<float> destination) =>
        Run(image, PixelKernels.ToUnit, box, flip, destination);

    /// <summary>From (3, S, S) in [0, 1] to the same.</summary>
    public static void Run(ReadOnlySpan<float> image, CropBox box, bool flip, Span<float> destination) =>
        Run(image, static (pixels, unit) => pixels.CopyTo(unit), box, flip, destination);

    [SkipLocalsInit]
    private static void Run<T>(ReadOnlySpan<T> image, Load<T> load, CropBox box, bool flip, Span<float> destination)
    {
        var side = Scratch.SideOf(destination.Length);
        var plane = side * side;
        var columns = ResizeAxis.Fill(stackalloc int[side], stackalloc float[side], box.Width, flip);
        var rows = ResizeAxis.Fill(stackalloc int[side], stackalloc float[side], box.Height, reverse: false);
        Span<float> near = stackalloc float[NearPlane + Slack];
        using var source = new Scratch(near, plane + Slack);
        for (var channel = 0; channel < ImageSet.Channels; channel++)
        {
            var crop = image.Slice((channel * plane) + (box.Top * side), box.Height * side);
            load(crop, source.Values);
            source.Values.Slice(crop.Length, Slack).Clear();
            Resize(source.Values, box, columns, rows, destination.Slice(channel * plane, plane));
        }
    }

    /// <summary>From the crop's rows in full width, (box.Height, S), to (S, S).</summary>
    [SkipLocalsInit]
    private static void Resize(ReadOnlySpan<float> source, CropBox box, ResizeAxis columns, ResizeAxis rows, Span<float> destination)
    {
        var side = columns.First.Length;
        Span<float> near = stackalloc float[NearPlane];
        using var wide = new Scratch(near, side * side);
        ref var from = ref MemoryMarshal.GetReference(source);
        ref var to = ref MemoryMarshal.GetReference(wide.Values);
        for (var block = 0; block < side; block += Block)
        {
            var first = Vector256.Create(columns.First[block..]);
            var weight = Vector256.Create(columns.Weight[block..]);
            var start = Math.Min(first[0], first[Block - 1]);
            var pick = first - Vector256.Create(start);
            for (var row = 0; row < box.Height; row++)
            {
                var at = (nuint)((row * side) + box.Left + start);
                var left = Vector256.ShuffleNative(Vector256.LoadUnsafe(ref from, at), pick);
                var right = Vector256.ShuffleNative(Vector256.LoadUnsafe(ref from, at + 1), pick);
                Vector256.FusedMultiplyAdd(weight, right - left, left).StoreUnsafe(ref to, (nuint)((row * side) + block));
            }
        }

        ref var result = ref MemoryMarshal.GetReference(destination);
        for (var row = 0; row < side; row++)
        {
            var upperRow = rows.First[row];
            var weight = Vector256.Create(rows.Weight[row]);
            var upper = (nuint)(upperRow * side);
            var lower = (nuint)(Math.Min(upperRow + 1, box.Height - 1) * side);
            for (nuint column = 0; column < (nuint)side; column += Block)
            {
                var above = Vector256.LoadUnsafe(ref to, upper + column);
                var below = Vector256.LoadUnsafe(ref to, lower + column);
                Vector256.FusedMultiplyAdd(weight, below - above, above).StoreUnsafe(ref result, (nuint)(row * side) + column);
            }
        }
    }
}
