namespace SimXir.Experiments;

/// <summary>The random views of SimSiam at 32 pixels (there without blur), with torchvision's semantics, in this order: crop, jitter, grayscale, blur, flip.</summary>
public sealed record ViewSpec
{
    /// <summary>The smallest part of the area that a crop keeps.</summary>
    /// <value>Default 0.2; above 0, to CropScaleMax.</value>
    public double CropScaleMin { get; init; } = 0.2;

    /// <value>Default 1; CropScaleMin to 1.</value>
    public double CropScaleMax { get; init; } = 1;

    /// <value>Default 0.4; 0 to 10. The factor is uniform in [max(0, 1 - v), 1 + v].</value>
    public double Brightness { get; init; } = 0.4;

    /// <value>Default 0.4; 0 to 10.</value>
    public double Contrast { get; init; } = 0.4;

    /// <value>Default 0.4; 0 to 10.</value>
    public double Saturation { get; init; } = 0.4;

    /// <value>Default 0.1; 0 to 0.5. The shift is uniform in [-v, v], in turns.</value>
    public double Hue { get; init; } = 0.1;

    /// <summary>How often the four jitter operations, in random order, are applied.</summary>
    /// <value>Default 0.8; 0 to 1.</value>
    public double JitterProbability { get; init; } = 0.8;

    /// <value>Default 0.2; 0 to 1.</value>
    public double GrayscaleProbability { get; init; } = 0.2;

    /// <summary>How often a Gaussian blur is applied, of 3x3 pixels at 32 and 23x23 at 224: see <see cref="BlurRadius"/>.</summary>
    /// <value>Default 0: at 32 pixels SimSiam has none; 0 to 1.</value>
    public double BlurProbability { get; init; }

    /// <summary>The smallest deviation of the blur, in pixels.</summary>
    /// <value>Default 0.1; above 0, to BlurSigmaMax.</value>
    public double BlurSigmaMin { get; init; } = 0.1;

    /// <value>Default 2; BlurSigmaMin to 100.</value>
    public double BlurSigmaMax { get; init; } = 2;

    /// <value>Default 0.5; 0 to 1.</value>
    public double FlipProbability { get; init; } = 0.5;

    /// <summary>How far the blur of images of that side reaches from a pixel: a twentieth of the side, 1 or more. SimCLR's kernel too has a tenth of the side.</summary>
    /// <param name="side">In pixels.</param>
    public static int BlurRadius(int side) => Math.Max(1, side / 20);
}
