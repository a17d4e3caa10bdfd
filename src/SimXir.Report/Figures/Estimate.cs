namespace SimXir.Report;

/// <summary>The mean of a figure over seeds.</summary>
/// <param name="N">Seeds, 1 or more.</param>
/// <param name="Mean">Their mean.</param>
/// <param name="Deviation">The sample standard deviation (n - 1 in the denominator); null for one seed.</param>
public readonly record struct Estimate(int N, double Mean, double? Deviation)
{
    /// <summary>Null where there is no value.</summary>
    public static Estimate? Of(IReadOnlyCollection<double> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        if (values.Count == 0) return null;
        var mean = values.Average();
        double? deviation = values.Count == 1 ? null : Math.Sqrt(values.Sum(value => (value - mean) * (value - mean)) / (values.Count - 1));
        return new Estimate(values.Count, mean, deviation);
    }
}
