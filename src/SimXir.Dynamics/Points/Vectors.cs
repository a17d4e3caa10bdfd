namespace SimXir.Dynamics;

/// <summary>Lengths and distances of (D), in double precision, summed from the first dimension to the last.</summary>
internal static class Vectors
{
    /// <summary>Under this length a mean of unit vectors is 0 but for rounding.</summary>
    private const double Nothing = 1e-12;

    /// <summary>|a - b|^2.</summary>
    public static double SquaredDistance(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        var sum = 0.0;
        for (var i = 0; i < a.Length; i++) sum += (a[i] - b[i]) * (a[i] - b[i]);
        return sum;
    }

    /// <summary>|a - b|.</summary>
    public static double Distance(ReadOnlySpan<double> a, ReadOnlySpan<double> b) => Math.Sqrt(SquaredDistance(a, b));

    /// <summary>The inner product of a and b.</summary>
    public static double Dot(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        var sum = 0.0;
        for (var i = 0; i < a.Length; i++) sum += a[i] * b[i];
        return sum;
    }

    /// <summary>Makes the vector one of length 1.</summary>
    /// <returns>False, and nothing done, where it is 0 and has no direction.</returns>
    public static bool Normalise(Span<double> vector)
    {
        var length = Math.Sqrt(Dot(vector, vector));
        if (length < Nothing) return false;
        for (var i = 0; i < vector.Length; i++) vector[i] /= length;
        return true;
    }
}
