using static TorchSharp.torch;

namespace SimXir.Method;

/// <summary>The colour operations on a batch of images (B, 3, S, S) in [0, 1], each image with its own weights (B, 1, 1, 1): see
/// <see cref="ColorKernels"/> and <see cref="HueKernel"/>.</summary>
internal static class BatchedColors
{
    private const int Channels = 1;
    private static readonly long[] Places = [2, 3];

    /// <summary>f x + m mean(gray(x)) + g gray(x), clamped.</summary>
    public static Tensor Blend(Tensor x, Tensor factor, Tensor mean, Tensor gray)
    {
        using var scope = NewDisposeScope();
        var grays = Gray(x);
        return ((factor * x) + (mean * grays.mean(Places, keepdim: true)) + (gray * grays)).clamp(0, 1).MoveToOuterDisposeScope();
    }

    /// <param name="x">(B, 3, S, S).</param>
    /// <param name="chosen">(B, 1, 1, 1): 1 for images that lose their colours, 0 for the others.</param>
    public static Tensor Grayscale(Tensor x, Tensor chosen)
    {
        using var scope = NewDisposeScope();
        return x.lerp(Gray(x), chosen).MoveToOuterDisposeScope();
    }

    /// <param name="x">(B, 3, S, S).</param>
    /// <param name="shift">(B, 1, 1, 1), in turns.</param>
    public static Tensor Hue(Tensor x, Tensor shift)
    {
        using var scope = NewDisposeScope();
        var (red, green, blue) = (Channel(x, 0), Channel(x, 1), Channel(x, 2));
        var value = x.amax([Channels], keepdim: true);
        var chroma = value - x.amin([Channels], keepdim: true);

        var isRed = value == red;
        var isGreen = (value == green) & ~isRed;
        var isBlue = ~(isRed | isGreen);
        var difference = (isRed * (green - blue)) + (isGreen * (blue - red)) + (isBlue * (red - green));
        var hue = (difference / chroma.clamp_min(HueKernel.Tiny)) + (2 * isGreen) + (4 * isBlue) + (6 * shift);

        var offsets = 5 - (2 * arange(ImageSet.Channels, device: x.device)).view(ImageSet.Channels, 1, 1);
        var k = (hue + offsets).remainder(6);
        return (value - (chroma * k.minimum(4 - k).clamp(0, 1))).MoveToOuterDisposeScope();
    }

    /// <returns>(B, 1, S, S).</returns>
    private static Tensor Gray(Tensor x) => (0.2989f * Channel(x, 0)) + (0.587f * Channel(x, 1)) + (0.114f * Channel(x, 2));

    /// <returns>(B, 1, S, S).</returns>
    private static Tensor Channel(Tensor x, int number) => x.narrow(Channels, number, 1);
}
