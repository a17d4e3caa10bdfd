namespace SimXir.Method.Tests;

/// <summary>The Kolmogorov-Smirnov test of numbers that should be uniform.</summary>
internal static class Kolmogorov
{
    /// <summary>The largest distance of N right draws' distribution from the true one exceeds this over sqrt(N) with a chance of
    /// 2 exp(-2 x^2): one in a million.</summary>
    private const double Threshold = 2.694;

    public static void AssertUniform(IEnumerable<float> values, double min, double max)
    {
        var sorted = values.Order().ToArray();
        Assert.InRange(sorted[0], min - 1e-6, max);
        Assert.InRange(sorted[^1], min, max + 1e-6);
        var distance = 0.0;
        for (var i = 0; i < sorted.Length; i++)
        {
            var expected = (sorted[i] - min) / (max - min);
            distance = Math.Max(distance, Math.Max(expected - (i / (double)sorted.Length), ((i + 1) / (double)sorted.Length) - expected));
        }

        var allowed = Threshold / Math.Sqrt(sorted.Length);
        Assert.True(
            distance <= allowed,
            $"the distribution of {sorted.Length} values is {distance:g3} off the uniform one; allowed is {allowed:g3}");
    }
}
