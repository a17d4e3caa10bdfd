using System.Collections.Immutable;

namespace SimXir.Method;

/// <summary>How a dataset's channels are normalised: x -> (x - mean) / std, on pixels in [0, 1].</summary>
/// <remarks>
/// <para>The paper does not say; published code uses constants of CIFAR-10 or ImageNet for whatever it is given. Here they are those of
/// the training images that are used, so that they are right for every dataset and subset.</para>
/// <para>The deviation is the per-pixel one (CIFAR-10: .247 .243 .262), not the mean of the deviations of single images (.202 .199 .201)
/// that some repositories hold. Sums are exact integers, so the result does not depend on order or machine.</para>
/// </remarks>
/// <param name="Mean">Red, green, blue, in [0, 1].</param>
/// <param name="Std">Red, green, blue, above 0; 1 for a channel that is constant.</param>
public sealed record ChannelStatistics(ImmutableArray<float> Mean, ImmutableArray<float> Std)
{
    private const double Full = byte.MaxValue;

    /// <summary>ImageNet's, as torchvision and whoever pretrained on it state them.</summary>
    public static ChannelStatistics ImageNet { get; } = new([0.485f, 0.456f, 0.406f], [0.229f, 0.224f, 0.225f]);

    /// <summary>Those of all pixels of the images, of which there must be at least one.</summary>
    public static ChannelStatistics Of(ImageSet images)
    {
        ArgumentOutOfRangeException.ThrowIfZero(images.Count);
        var mean = new float[ImageSet.Channels];
        var std = new float[ImageSet.Channels];
        for (var channel = 0; channel < ImageSet.Channels; channel++) (mean[channel], std[channel]) = OfChannel(images, channel);
        return new ChannelStatistics([.. mean], [.. std]);
    }

    private static (float Mean, float Std) OfChannel(ImageSet images, int channel)
    {
        var plane = images.Side * images.Side;
        Span<long> counts = stackalloc long[byte.MaxValue + 1];
        counts.Clear();
        for (var image = 0; image < images.Count; image++)
            foreach (var value in images.PixelsOf(image).Slice(channel * plane, plane)) counts[value]++;

        UInt128 total = 0, sum = 0, squares = 0;
        for (var value = 0; value < counts.Length; value++)
        {
            total += (UInt128)counts[value];
            sum += (UInt128)(counts[value] * value);
            squares += (UInt128)(counts[value] * value * value);
        }

        var scaledVariance = (total * squares) - (sum * sum);
        var std = Math.Sqrt((double)scaledVariance) / (double)total / Full;
        return ((float)((double)sum / (double)total / Full), std > 0 ? (float)std : 1);
    }
}
