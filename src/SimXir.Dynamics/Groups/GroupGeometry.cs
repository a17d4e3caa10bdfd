namespace SimXir.Dynamics;

/// <summary>Sizes of groups of representations, and distances between them; each group is (N, D), one point or more.</summary>
public static class GroupGeometry
{
    /// <summary>The diameter, sup |f(x) - f(y)| over x, y of the group: 0 for a single point. In two dimensions only the corners of the
    /// convex hull are looked at; otherwise time grows with N^2.</summary>
    public static double Diameter(PointSet group)
    {
        var corners = group.Dimensions == 2 ? ConvexHull.Corners(group) : group;
        var most = 0.0;
        for (var i = 0; i < corners.Count; i++)
            for (var j = 0; j < i; j++) most = Math.Max(most, Vectors.SquaredDistance(corners[i], corners[j]));
        return Math.Sqrt(most);
    }

    /// <summary>The distance inf |f(x1) - f(x2)| between two groups; time grows with N1 N2.</summary>
    public static double Distance(PointSet first, PointSet second)
    {
        var least = double.PositiveInfinity;
        for (var i = 0; i < first.Count; i++)
            for (var j = 0; j < second.Count; j++) least = Math.Min(least, Vectors.SquaredDistance(first[i], second[j]));
        return Math.Sqrt(least);
    }

    /// <summary>E |f(x) - f(y)|^2 over all pairs of the group, equal ones too (appendix C.1): twice the variance, so time grows with N.</summary>
    public static double MeanSquaredDistance(PointSet group) => 2 * Variance(group, group.Mean());

    /// <summary>E |f(x1) - f(x2)|^2 over all pairs of two groups: the variances and the squared distance of the means.</summary>
    public static double MeanSquaredDistance(PointSet first, PointSet second)
    {
        double[] mean1 = first.Mean(), mean2 = second.Mean();
        return Variance(first, mean1) + Variance(second, mean2) + Vectors.SquaredDistance(mean1, mean2);
    }

    private static double Variance(PointSet group, double[] mean)
    {
        var sum = 0.0;
        for (var i = 0; i < group.Count; i++) sum += Vectors.SquaredDistance(group[i], mean);
        return sum / group.Count;
    }
}
