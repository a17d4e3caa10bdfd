namespace SimXir.Dynamics;

/// <summary>
/// How far a convex hull is from the origin, from below: Gilbert's algorithm (1966). The bound is a proof, for it is how far a plane that has
/// all points on one side is away; it reaches the distance as iterations grow.
/// </summary>
internal static class MinimumNorm
{
    private const int Iterations = 200;

    /// <returns>0 or more; 0 also where no plane was found.</returns>
    /// <param name="points">(N, D).</param>
    public static double AtLeast(IReadOnlyList<double[]> points)
    {
        var w = points.MinBy(point => Vectors.Dot(point, point))!.ToArray();
        var best = 0.0;
        for (var i = 0; i < Iterations; i++)
        {
            var length = Math.Sqrt(Vectors.Dot(w, w));
            if (length < 1e-12) return 0;
            var nearest = points.MinBy(point => Vectors.Dot(w, point))!;
            best = Math.Max(best, Vectors.Dot(w, nearest) / length);
            if (best >= length * (1 - 1e-12)) return best;
            Approach(w, nearest);
        }
        return best;
    }

    /// <summary>A lower bound of the distance between two groups' convex hulls, which is that of their differences' hull from 0.</summary>
    public static double BetweenHulls(PointSet first, PointSet second) =>
        AtLeast([.. first.ToRows().SelectMany(x => second.ToRows().Select(y => Difference(x, y)))]);

    /// <summary>Moves w to the point nearest to 0 on the line from w to the target.</summary>
    private static void Approach(double[] w, double[] target)
    {
        var way = Difference(target, w);
        var share = Math.Clamp(-Vectors.Dot(w, way) / Vectors.Dot(way, way), 0, 1);
        for (var i = 0; i < w.Length; i++) w[i] += share * way[i];
    }

    private static double[] Difference(double[] a, double[] b) => [.. a.Zip(b, (x, y) => x - y)];
}
