namespace SimXir.Method;

/// <summary>The order in which an epoch visits the images: a permutation that depends on (seed, round, epoch) alone.</summary>
internal static class DataOrder
{
    /// <param name="seed">The replicate.</param>
    /// <param name="round">0 for pretraining, t for round t of Algorithm 1.</param>
    /// <param name="epoch">Counted from 0.</param>
    /// <param name="images">N.</param>
    /// <returns>(N): each of 0 to N - 1 once.</returns>
    public static int[] Of(int seed, int round, int epoch, int images) =>
        new CounterRandom(seed, RandomStream.Order, epoch, round: round).Permutation(images);
}
