namespace SimXir.Dynamics;

/// <summary>The convex hull in the plane (Andrew's monotone chain, 1979).</summary>
internal static class ConvexHull
{
    /// <summary>The corners, anticlockwise; one or two where all points are equal or on a line.</summary>
    /// <param name="points">(N, 2).</param>
    public static PointSet Corners(PointSet points)
    {
        var sorted = Enumerable.Range(0, points.Count).OrderBy(i => points[i][0]).ThenBy(i => points[i][1]).ToArray();
        int[] lower = Chain(points, sorted), upper = Chain(points, [.. sorted.Reverse()]);
        return points.Pick([.. lower, .. upper]);
    }

    /// <summary>From one end to the other, the last left out: it begins the other chain.</summary>
    private static int[] Chain(PointSet points, int[] sorted)
    {
        var chain = new List<int>();
        foreach (var i in sorted)
        {
            while (chain.Count > 1 && !TurnsLeft(points[chain[^2]], points[chain[^1]], points[i])) chain.RemoveAt(chain.Count - 1);
            chain.Add(i);
        }
        return chain.Count > 1 ? [.. chain[..^1]] : [.. chain];
    }

    private static bool TurnsLeft(ReadOnlySpan<double> a, ReadOnlySpan<double> b, ReadOnlySpan<double> c) =>
        (b[0] - a[0]) * (c[1] - a[1]) > (b[1] - a[1]) * (c[0] - a[0]);
}
