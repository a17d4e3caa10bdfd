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
internal readonly record struct ViewDraw(
    CropBox Box, bool Flip, bool Jitter, JitterOrder Order, float Brightness, float Contrast, float Saturation, float Hue, bool Gray)
{
    /// <summary>Draws in torchvision's order, and as many numbers whatever the probabilities are.</summary>
    public static ViewDraw Of(ViewSpec spec, in ViewKey key, int sample)
    {
        var random = new CounterRandom(key.Seed, RandomStream.Views, key.Epoch, sample, key.View, key.Round);
        var box = CropBox.Draw(ref random, spec.CropScaleMin, spec.CropScaleMax);
        var jitter = random.NextDouble() < spec.JitterProbability;
        var order = JitterOrder.Of(random.NextBelow(JitterOrder.Count));
        var brightness = Factor(ref random, spec.Brightness);
        var contrast = Factor(ref random, spec.Contrast);
        var saturation = Factor(ref random, spec.Saturation);
        var hue = (float)(spec.Hue * ((2 * random.NextDouble()) - 1));
        var gray = random.NextDouble() < spec.GrayscaleProbability;
        var flip = random.NextDouble() < spec.FlipProbability;
        return new ViewDraw(box, flip, jitter, order, brightness, contrast, saturation, hue, gray);
    }

    /// <summary>Uniform in [max(0, 1 - v), 1 + v].</summary>
    private static float Factor(ref CounterRandom random, double strength)
    {
        var lowest = Math.Max(0, 1 - strength);
        return (float)(lowest + ((1 + strength - lowest) * random.NextDouble()));
    }
}
