namespace SimXir.Dynamics;

/// <summary>The neighbourhood N(x) of each of N inputs, x itself included.</summary>
public sealed class Neighbourhoods
{
    private readonly int[][] _of;

    private Neighbourhoods(double[][] inputs, Func<double, bool> near)
    {
        _of = [.. inputs.Select(x => Enumerable.Range(0, inputs.Length).Where(other => near(Distance(x, inputs[other]))).ToArray())];

        static double Distance(double[] a, double[] b) => Math.Sqrt(Euclidean.Squared(a, b));
    }

    /// <summary>N, the number of inputs.</summary>
    public int Count => _of.Length;

    /// <summary>The neighbours' numbers, in rising order.</summary>
    public ReadOnlySpan<int> this[int input] => _of[input];

    /// <summary>N(x) = {x' : |x' - x| &lt; eps}, as in Table 4.</summary>
    /// <param name="inputs">(N, D).</param>
    /// <param name="eps">Above 0, or no input is its own neighbour.</param>
    public static Neighbourhoods CloserThan(double[][] inputs, double eps) => new(inputs, distance => distance < eps);

    /// <summary>N(x) = {x' : |x' - x| &lt;= radius}, as in Figure 3.</summary>
    /// <param name="inputs">(N, D).</param>
    /// <param name="radius">0 or more.</param>
    public static Neighbourhoods Within(double[][] inputs, double radius) => new(inputs, distance => distance <= radius);
}
