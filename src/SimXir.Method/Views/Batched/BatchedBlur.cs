using SimXir.Experiments;
using static TorchSharp.torch;

namespace SimXir.Method;

/// <summary>Gaussian blur of a batch of images, each with its own deviation: see <see cref="BlurKernel"/>.</summary>
internal static class BatchedBlur
{
    private const int Rows = 2, Columns = 3;

    /// <param name="x">(B, 3, S, S).</param>
    /// <param name="sigma">(B, 1, 1, 1): the deviation in pixels; 0 for an image that is left as it is.</param>
    /// <returns>(B, 3, S, S).</returns>
    public static Tensor Run(Tensor x, Tensor sigma)
    {
        using var scope = NewDisposeScope();
        var radius = ViewSpec.BlurRadius((int)x.shape[^1]);
        var densities = Enumerable.Range(1, radius).Select(distance => exp(-0.5 * (distance / sigma).square())).ToArray();
        var sum = 1 + (2 * densities.Aggregate((all, one) => all + one));
        Tensor[] weights = [.. densities.Select(density => density / sum)];
        return Along(Columns, Along(Rows, x, weights), weights).MoveToOuterDisposeScope();
    }

    /// <summary>Beyond either border lies what is on this side of it.</summary>
    private static Tensor Along(int dimension, Tensor x, Tensor[] weights)
    {
        var (side, radius) = (x.shape[dimension], weights.Length);
        var (before, after) = (Enumerable.Range(1, radius).Reverse(), Enumerable.Range(1, radius).Select(distance => side - 1 - distance));
        var wide = cat([.. before.Select(place => x.narrow(dimension, place, 1)), x, .. after.Select(place => x.narrow(dimension, place, 1))], dimension);
        var result = (1 - (2 * weights.Aggregate((all, one) => all + one))) * x;
        for (var distance = 1; distance <= radius; distance++)
        {
            using var step = NewDisposeScope();
            var sides = wide.narrow(dimension, radius - distance, side) + wide.narrow(dimension, radius + distance, side);
            result.add_(weights[distance - 1] * sides);
        }
        return result;
    }
}
