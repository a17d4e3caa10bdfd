using static TorchSharp.torch;

namespace SimXir.Method;

/// <summary>Gaussian blur of a batch of images, each with its own deviation: see <see cref="BlurKernel"/>.</summary>
internal static class BatchedBlur
{
    private const int Rows = 2, Columns = 3;
    private const int Side = ImageSet.Width;

    /// <param name="x">(B, 3, 32, 32).</param>
    /// <param name="edge">(B, 1, 1, 1): the weight of either neighbour, 0 to 1/3.</param>
    /// <returns>(B, 3, 32, 32).</returns>
    public static Tensor Run(Tensor x, Tensor edge)
    {
        using var scope = NewDisposeScope();
        return Along(Columns, Along(Rows, x, edge), edge).MoveToOuterDisposeScope();
    }

    /// <summary>Beyond either border lies the neighbour on this side of it.</summary>
    private static Tensor Along(int dimension, Tensor x, Tensor edge)
    {
        var before = cat([x.narrow(dimension, 1, 1), x.narrow(dimension, 0, Side - 1)], dimension);
        var after = cat([x.narrow(dimension, 1, Side - 1), x.narrow(dimension, Side - 2, 1)], dimension);
        return ((1 - (2 * edge)) * x) + (edge * (before + after));
    }
}
