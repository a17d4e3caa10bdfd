using MathNet.Numerics.Distributions;

namespace SimXir.Experiments;

/// <summary>The mean of a figure over seeds, as of independent draws from a normal distribution.</summary>
/// <param name="N">Seeds, 1 or more.</param>
/// <param name="Mean">Their mean.</param>
/// <param name="Deviation">The sample standard deviation (n - 1 in the denominator); null for one seed.</param>
public readonly record struct Estimate(int N, double Mean, double? Deviation)
{
    private const double Confidence = 0.95;

    /// <summary>Null where there is no value.</summary>
    public static Estimate? Of(IReadOnlyCollection<double> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        if (values.Count == 0) return null;
        var mean = values.Average();
        double? deviation = values.Count == 1 ? null : Math.Sqrt(values.Sum(value => (value - mean) * (value - mean)) / (values.Count - 1));
        return new Estimate(values.Count, mean, deviation);
    }

    /// <summary>Half the width of the mean's 95 % interval, by Student's t with n - 1 degrees of freedom; null for one seed.</summary>
    public double? HalfWidth => Deviation is { } deviation ? HalfWidthOf(N, deviation) : null;

    /// <summary>Two-sided p of the hypothesis that the true mean is 0; of paired differences it is the paired t-test. Null for one seed.</summary>
    public double? PValue => Deviation switch
    {
        null => null,
        0 => Mean == 0 ? 1 : 0,
        { } deviation => 2 * StudentT.CDF(0, 1, N - 1, -Math.Abs(Mean) * Math.Sqrt(N) / deviation),
    };

    /// <summary>The half-width that so many seeds with this deviation would have.</summary>
    /// <param name="seeds">2 or more.</param>
    /// <param name="deviation">Their sample standard deviation.</param>
    public static double HalfWidthOf(int seeds, double deviation)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(seeds, 2);
        return StudentT.InvCDF(0, 1, seeds - 1, (1 + Confidence) / 2) * deviation / Math.Sqrt(seeds);
    }
}
