namespace SimXir.Dynamics;

/// <summary>Distances in double precision, summed from the first dimension to the last.</summary>
internal static class Euclidean
{
    /// <summary>|a - b|^2 of two (D).</summary>
    public static double Squared(double[] a, double[] b)
    {
        var sum = 0.0;
        for (var i = 0; i < a.Length; i++) sum += (a[i] - b[i]) * (a[i] - b[i]);
        return sum;
    }
}
