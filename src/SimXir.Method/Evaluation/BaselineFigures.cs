using SimXir.Experiments;

namespace SimXir.Method;

/// <param name="RawPixels">Pixels in [0, 1].</param>
/// <param name="NormalisedPixels">Pixels less their channel's mean, over its deviation, as an encoder sees them.</param>
/// <param name="UntrainedEncoder">Features of an encoder with its initial weights.</param>
public sealed record BaselineFigures(KnnResult RawPixels, KnnResult NormalisedPixels, KnnResult UntrainedEncoder);
