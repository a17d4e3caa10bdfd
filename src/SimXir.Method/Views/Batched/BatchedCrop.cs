using static TorchSharp.torch;

namespace SimXir.Method;

/// <summary>Crop, bilinear resize to the image's own size and flip of a batch, as <see cref="CropResize"/>: along the rows, then along the columns, each
/// output from its two neighbours within the crop.</summary>
/// <remarks>By gathering, not as a product with matrices of weights, whose float32 a GPU may round to TF32's ten bits, and not by a grid
/// sampler, which reads pixels outside the crop.</remarks>
internal static class BatchedCrop
{
    private const int Rows = 2, Columns = 3;

    /// <param name="x">(B, 3, S, S).</param>
    /// <param name="draws">Of each view.</param>
    /// <returns>(B, 3, S, S).</returns>
    public static Tensor Run(Tensor x, BatchDraws draws)
    {
        using var scope = NewDisposeScope();
        var side = x.shape[Columns];
        var output = arange(side, device: x.device).to(ScalarType.Float32);
        var (across, down) = (output.view(1, 1, 1, side), output.view(1, 1, side, 1));
        across += draws[DrawColumn.Flip] * (side - 1 - (2 * across));
        x = Resize(x, Columns, across, draws[DrawColumn.Left], draws[DrawColumn.Width]);
        return Resize(x, Rows, down, draws[DrawColumn.Top], draws[DrawColumn.Height]).MoveToOuterDisposeScope();
    }

    /// <param name="x">(B, 3, S, S).</param>
    /// <param name="dimension">Along which it is resized.</param>
    /// <param name="output">(1 or B, 1, S or 1, 1 or S): which output each place of that dimension is.</param>
    /// <param name="start">(B, 1, 1, 1): where the crop begins.</param>
    /// <param name="length">(B, 1, 1, 1): how many inputs it has.</param>
    /// <returns>(B, 3, S, S).</returns>
    private static Tensor Resize(Tensor x, int dimension, Tensor output, Tensor start, Tensor length)
    {
        var last = length - 1;
        var position = (((output + 0.5f) * (length / x.shape[dimension])) - 0.5f).clamp_min(0).minimum(last);
        var first = position.floor();
        var left = At(first);
        return left + ((position - first) * (At((first + 1).minimum(last)) - left));

        Tensor At(Tensor input) => x.gather(dimension, (start + input).to(ScalarType.Int64).expand(x.shape));
    }
}
