using System.Runtime.Intrinsics;

namespace SimXir.Method;

/// <summary>Where each of S outputs along one axis lies between two neighbouring inputs of a crop, as PyTorch's bilinear interpolation
/// with align_corners=False has it: x = max(0, (i + 0.5) n / S - 0.5).</summary>
/// <param name="first">(S): the left (or upper) input of each output, within the crop.</param>
/// <param name="weight">(S): the weight of its right (or lower) neighbour; 0 at the crop's last input, which has no neighbour to
/// read.</param>
internal readonly ref struct ResizeAxis(Span<int> first, Span<float> weight)
{
    public ReadOnlySpan<int> First { get; } = first;

    public ReadOnlySpan<float> Weight { get; } = weight;

    /// <summary>For a crop of 1 to S inputs; the outputs run backwards where the image is flipped.</summary>
    /// <param name="first">(S), S a multiple of 8: written.</param>
    /// <param name="weight">(S): written.</param>
    /// <param name="length">Of the crop.</param>
    /// <param name="reverse">Whether they run backwards.</param>
    public static ResizeAxis Fill(Span<int> first, Span<float> weight, int length, bool reverse)
    {
        var side = first.Length;
        var scale = Vector256.Create(length / (float)side);
        var last = Vector256.Create(length - 1);
        for (var block = 0; block < side; block += Vector256<float>.Count)
        {
            var forward = Vector256.Create(block) + Vector256<int>.Indices;
            var output = Vector256.ConvertToSingle(reverse ? Vector256.Create(side - 1) - forward : forward);
            var half = Vector256.Create(0.5f);
            var position = Vector256.MaxNative(((output + half) * scale) - half, Vector256<float>.Zero);
            var input = Vector256.ConvertToInt32Native(position);
            var right = position - Vector256.ConvertToSingle(input);
            right = Vector256.ConditionalSelect(Vector256.LessThan(input, last).AsSingle(), right, Vector256<float>.Zero);
            input.CopyTo(first[block..]);
            right.CopyTo(weight[block..]);
        }

        return new ResizeAxis(first, weight);
    }
}
