using SimXir.Experiments;
using static TorchSharp.torch;

namespace SimXir.Method;

/// <summary>The recipe of a view on a batch of images, each with its own draws: what <see cref="ViewRenderer"/> does to one.</summary>
internal static class BatchedRecipe
{
    /// <summary>The views before normalisation. Steps that the recipe never takes are left out.</summary>
    /// <param name="draws">Of each view.</param>
    /// <param name="spec">The recipe.</param>
    /// <param name="x">(B, 3, S, S) in [0, 1].</param>
    /// <returns>(B, 3, S, S) in [0, 1].</returns>
    public static Tensor Apply(BatchDraws draws, ViewSpec spec, Tensor x)
    {
        x = BatchedCrop.Run(x, draws);
        if (spec.JitterProbability > 0) x = Jitter(draws, spec, x);
        if (spec.GrayscaleProbability > 0) x = BatchedColors.Grayscale(x, draws[DrawColumn.Gray]);
        return spec.BlurProbability > 0 ? BatchedBlur.Run(x, draws[DrawColumn.BlurSigma]) : x;
    }

    private static Tensor Jitter(BatchDraws draws, ViewSpec spec, Tensor x)
    {
        for (var blend = 0; blend < DrawTable.Blends; blend++)
        {
            if (blend == DrawTable.BlendsBeforeHue && spec.Hue > 0) x = BatchedColors.Hue(x, draws[DrawColumn.Hue]);
            x = BatchedColors.Blend(
                x, draws[DrawColumn.Factors + blend], draws[DrawColumn.Means + blend], draws[DrawColumn.Grays + blend]);
        }

        return x;
    }
}
