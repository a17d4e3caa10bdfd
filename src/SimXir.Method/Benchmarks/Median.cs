namespace SimXir.Method;

/// <summary>The middle of what was measured, which a few disturbed measurements do not move.</summary>
internal static class Median
{
    /// <param name="values">One or more.</param>
    public static double Of(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }
}
