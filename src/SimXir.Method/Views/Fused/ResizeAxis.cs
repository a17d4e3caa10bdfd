using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace SimXir.Method;

/// <summary>Where each of 32 outputs along one axis lies between two neighbouring inputs of a crop, as PyTorch's bilinear interpolation
/// with align_corners=False has it: x = max(0, (i + 0.5) n / 32 - 0.5).</summary>
internal struct ResizeAxis
{
    private const int Side = ImageSet.Width;

    /// <summary>The left (or upper) input of each output, within the crop.</summary>
    public Ints First;

    /// <summary>The weight of its right (or lower) neighbour; 0 at the crop's last input, which has no neighbour to read.</summary>
    public Singles Weight;

    /// <summary>For a crop of 1 to 32 inputs; the outputs run backwards where the image is flipped.</summary>
    [SkipLocalsInit]
    public static void Fill(out ResizeAxis axis, int length, bool reverse)
    {
        Unsafe.SkipInit(out axis);
        var scale = Vector256.Create(length / (float)Side);
        var last = Vector256.Create(length - 1);
        for (var block = 0; block < Side; block += Vector256<float>.Count)
        {
            var forward = Vector256.Create(block) + Vector256<int>.Indices;
            var output = Vector256.ConvertToSingle(reverse ? Vector256.Create(Side - 1) - forward : forward);
            var half = Vector256.Create(0.5f);
            var position = Vector256.MaxNative(((output + half) * scale) - half, Vector256<float>.Zero);
            var first = Vector256.ConvertToInt32Native(position);
            var weight = position - Vector256.ConvertToSingle(first);
            weight = Vector256.ConditionalSelect(Vector256.LessThan(first, last).AsSingle(), weight, Vector256<float>.Zero);
            first.StoreUnsafe(ref axis.First[block]);
            weight.StoreUnsafe(ref axis.Weight[block]);
        }
    }

    [InlineArray(Side)]
    public struct Ints
    {
        private int _first;
    }

    [InlineArray(Side)]
    public struct Singles
    {
        private float _first;
    }
}
