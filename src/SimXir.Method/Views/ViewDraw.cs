using SimXir.Experiments;

namespace SimXir.Method;

/// <summary>What chance decided for one view.</summary>
/// <param name="Box">The crop, which is resized to the whole image.</param>
/// <param name="Flip">Whether left and right change places.</param>
/// <param name="Jitter">Whether the four operations below are applied.</param>
/// <param name="Order">Their order.</param>
/// <param name="Brightness">A factor.</param>
/// <param name="Contrast">A factor.</param>
/// <param name="Saturation">A factor.</param>
/// <param name="Hue">A shift, in turns.</param>
/// <param name="Gray">Whether the colours are dropped, after the jitter.</param>
/// <param name="BlurSigma">The deviation of the blur that comes last, in pixels; 0 for none.</param>
internal readonly record struct ViewDraw(
    CropBox Box,
    bool Flip,
    bool Jitter,
    JitterOrder Order,
    float Brightness,
    float Contrast,
    float Saturation,
    float Hue,
    bool Gray,
    float BlurSigma = 0)
{
    /// <summary>Draws in torchvision's order, and as many numbers whatever the probabilities are; only the blur's come last, so that
    /// what a view is without its blur does not depend on whether the recipe has one.</summary>
    /// <param name="spec">The recipe.</param>
    /// <param name="key">Which view.</param>
    /// <param name="sample">Of which image.</param>
    /// <param name="side">Of the images.</param>
    public static ViewDraw Of(ViewSpec spec, in ViewKey key, int sample, int side)
    {
        var random = new CounterRandom(key.Seed, key.Stream, key.Epoch, sample, key.View, key.Round);
        var box = CropBox.Draw(ref random, spec.CropScaleMin, spec.CropScaleMax, side);
        var jitter = random.NextDouble() < spec.JitterProbability;
        var order = JitterOrder.Of(random.NextBelow(JitterOrder.Count));
        var brightness = Factor(ref random, spec.Brightness);
        var contrast = Factor(ref random, spec.Contrast);
        var saturation = Factor(ref random, spec.Saturation);
        var hue = (float)(spec.Hue * ((2 * random.NextDouble()) - 1));
        var gray = random.NextDouble() < spec.GrayscaleProbability;
        var flip = random.NextDouble() < spec.FlipProbability;
        var blur = random.NextDouble() < spec.BlurProbability;
        var sigma = (float)(spec.BlurSigmaMin + ((spec.BlurSigmaMax - spec.BlurSigmaMin) * random.NextDouble()));
        return new ViewDraw(box, flip, jitter, order, brightness, contrast, saturation, hue, gray, blur ? sigma : 0);
    }

    /// <summary>Uniform in [max(0, 1 - v), 1 + v].</summary>
    private static float Factor(ref CounterRandom random, double strength)
    {
        var lowest = Math.Max(0, 1 - strength);
        return (float)(lowest + ((1 + strength - lowest) * random.NextDouble()));
    }
}
