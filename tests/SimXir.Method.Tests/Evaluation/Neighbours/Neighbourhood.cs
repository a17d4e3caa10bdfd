using static TorchSharp.torch;

namespace SimXir.Method.Tests;

/// <summary>Features to search, and the plain way to search them.</summary>
internal static class Neighbourhood
{
    public static FeatureMatrix Random(int count, int dimensions, ulong seed, double scale = 1)
    {
        using var generator = new Generator(seed, CPU);
        return Of(randn([count, dimensions], generator: generator) * scale);
    }

    /// <summary>Around one point, so closely that float32 products cannot tell them apart.</summary>
    public static FeatureMatrix Crowd(int count, int dimensions, ulong seed)
    {
        using var generator = new Generator(seed, CPU);
        return Of(ones(1, dimensions) + randn([count, dimensions], generator: generator) * 1e-6);
    }

    public static FeatureMatrix Of(Tensor features) => new(features, new int[features.shape[0]], 10);

    public static int[] ByCosine(FeatureMatrix bank, ReadOnlySpan<float> query, int k)
    {
        var own = query.ToArray();
        return Nearest(bank, k, index =>
        {
            var norms = Math.Sqrt(ExactDistance.Dot(own, own) * ExactDistance.Dot(bank[index], bank[index]));
            return norms > 0 ? 1 - ExactDistance.Dot(own, bank[index]) / norms : 1;
        });
    }

    public static int[] ByEuclidean(FeatureMatrix bank, ReadOnlySpan<float> query, int k)
    {
        var own = query.ToArray();
        return Nearest(bank, k, index => ExactDistance.SquaredEuclidean(own, bank[index]));
    }

    private static int[] Nearest(FeatureMatrix bank, int k, Func<int, double> distance) =>
        [.. Enumerable.Range(0, bank.Count).OrderBy(distance).ThenBy(index => index).Take(k)];
}
