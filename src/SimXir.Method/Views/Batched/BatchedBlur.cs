using static TorchSharp.torch;

namespace SimXir.Method;

/// <summary>Gaussian blur of a batch of images, each with its own deviation: see <see cref="BlurKernel"/>.</summary>
internal static class BatchedBlur
{
    private const int Rows = 2, Columns = 3;

    /// <param name="x">(B, 3, S, S).</param>
    /// <param name="edge">(B, 1, 1, 1): the weight of either neighbour, 0 to 1/3.</param>
    /// <returns>(B, 3, S, S).</returns>
    public static Tensor Run(Tensor x, Tensor edge)
    {
        using var scope = NewDisposeScope();
        return Along(Columns, Along(Rows, x, edge), edge).MoveToOuterDisposeScope();
    }

    /// <summary>Beyond either border lies the neighbour on this side of it.</summary>
    private static Tensor Along(int dimension, Tensor x, Tensor edge)
    {
        var side = x.shape[dimension];
        var before = cat([x.narrow(dimension, 1, 1), x.narrow(dimension, 0, side - 1)], dimension);
        var after = cat([x.narrow(dimension, 1, side - 1), x.narrow(dimension, side - 2, 1)], dimension);
        return ((1 - (2 * edge)) * x) + (edge * (before + after));
    }
}
