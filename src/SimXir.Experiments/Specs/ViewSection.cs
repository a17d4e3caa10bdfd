using System.Collections.Immutable;
using System.Globalization;

namespace SimXir.Experiments;

/// <summary>The map <c>views</c> of a spec, in which numbers that belong together form lists:
/// <c>{ cropScale: [0.2, 1], jitter: [0.4, 0.4, 0.4, 0.1], jitterProbability: 0.8, … }</c>; jitter is brightness, contrast,
/// saturation, hue, as in torchvision's ColorJitter.</summary>
internal static class ViewSection
{
    private static readonly NumberRange Scale = new(0, 1, AboveMin: true);
    private static readonly NumberRange Strength = new(0, 10);
    private static readonly NumberRange Turn = new(0, 0.5);
    private static readonly NumberRange Sigma = new(0, 100, AboveMin: true);

    public static ViewSpec Read(MapReader map, FaultList faults)
    {
        var defaults = new ViewSpec();
        var scale = map.Tuple(
            "cropScale",
            [defaults.CropScaleMin, defaults.CropScaleMax],
            [Scale, Scale],
            "[smallest, largest] part of the area, such as [0.2, 1]");
        var jitter = map.Tuple(
            "jitter",
            [defaults.Brightness, defaults.Contrast, defaults.Saturation, defaults.Hue],
            [Strength, Strength, Strength, Turn],
            "[brightness, contrast, saturation, hue], such as [0.4, 0.4, 0.4, 0.1]");
        var sigma = map.Tuple("blurSigma", [defaults.BlurSigmaMin, defaults.BlurSigmaMax], [Sigma, Sigma], "[smallest, largest] deviation in pixels, such as [0.1, 2]");
        InOrder("cropScale", "part", scale);
        InOrder("blurSigma", "deviation", sigma);

        var spec = new ViewSpec
        {
            CropScaleMin = scale[0],
            CropScaleMax = scale[1],
            Brightness = jitter[0],
            Contrast = jitter[1],
            Saturation = jitter[2],
            Hue = jitter[3],
            JitterProbability = map.Number("jitterProbability", defaults.JitterProbability, NumberRange.Fraction),
            GrayscaleProbability = map.Number("grayscaleProbability", defaults.GrayscaleProbability, NumberRange.Fraction),
            BlurProbability = map.Number("blurProbability", defaults.BlurProbability, NumberRange.Fraction),
            BlurSigmaMin = sigma[0],
            BlurSigmaMax = sigma[1],
            FlipProbability = map.Number("flipProbability", defaults.FlipProbability, NumberRange.Fraction),
        };
        map.RefuseOthers();
        return spec;

        void InOrder(string key, string noun, ImmutableArray<double> ends)
        {
            if (ends[0] <= ends[1]) return;
            faults.Add(
                map.Find(key)!,
                map.PathOf(key),
                string.Create(CultureInfo.InvariantCulture, $"the smallest {noun} {ends[0]} is larger than the largest {ends[1]}"),
                "allowed is [smallest, largest]",
                "Swap them.");
        }
    }
}
