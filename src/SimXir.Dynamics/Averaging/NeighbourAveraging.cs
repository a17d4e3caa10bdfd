namespace SimXir.Dynamics;

/// <summary>
/// The neighbour-averaging dynamics: each round of SimXIR replaces a representation by the mean of its neighbours' representations of the
/// round before. Neighbours are near as inputs, and stay the same throughout.
/// </summary>
public static class NeighbourAveraging
{
    /// <summary>Equation 2.4, f_t(x) = E[f_{t-1}(x')] over x' in N(x): <c>avg_mean</c> of Table 4.</summary>
    /// <param name="neighbours">N(x) of each of N inputs.</param>
    /// <param name="f">(N, D): f_{t-1} of each input.</param>
    /// <returns>(N, D): f_t of each input.</returns>
    public static double[][] Mean(Neighbourhoods neighbours, double[][] f)
    {
        var next = new double[f.Length][];
        for (var x = 0; x < f.Length; x++)
        {
            var mean = new double[f[x].Length];
            foreach (var neighbour in neighbours[x]) Add(mean, f[neighbour]);
            Divide(mean, neighbours[x].Length);
            next[x] = mean;
        }
        return next;
    }

    /// <summary>Equation 4.2, the same mean l2-normalised, for representations on the unit sphere: <c>cos_mean</c> of Table 4.</summary>
    /// <param name="neighbours">N(x) of each of N inputs.</param>
    /// <param name="f">(N, D): f_{t-1} of each input.</param>
    /// <returns>(N, D): f_t of each input; not a number where the neighbours' mean is 0, which has no direction.</returns>
    public static double[][] SphericalMean(Neighbourhoods neighbours, double[][] f)
    {
        var next = Mean(neighbours, f);
        foreach (var mean in next) Divide(mean, Math.Sqrt(mean.Sum(value => value * value)));
        return next;
    }

    /// <summary>f_0, f_1, f_2 and so on, without end.</summary>
    /// <param name="f0">(N, D).</param>
    /// <param name="step">f_t from f_{t-1}.</param>
    public static IEnumerable<double[][]> Trajectory(double[][] f0, Func<double[][], double[][]> step)
    {
        for (var f = f0; ; f = step(f)) yield return f;
    }

    private static void Add(double[] sum, double[] term)
    {
        for (var i = 0; i < sum.Length; i++) sum[i] += term[i];
    }

    private static void Divide(double[] vector, double divisor)
    {
        for (var i = 0; i < vector.Length; i++) vector[i] /= divisor;
    }
}
