using System.Collections.Immutable;

namespace SimXir.Dynamics;

/// <summary>What the paper measures of groups of representations.</summary>
/// <param name="Diameters">Of each group, sup |f(x) - f(y)| (theorem 4.3).</param>
/// <param name="Distances">Of each group, the smallest inf |f(x1) - f(x2)| to another (theorem 4.4); empty where there is one group.</param>
/// <param name="Within">E |f(x) - f(y)|^2 within a group (appendix C.1), averaged over groups.</param>
/// <param name="Between">E |f(x1) - f(x2)|^2 between two groups, averaged over pairs of groups; null where there is one group.</param>
/// <param name="Means">(groups, D): of each group; on the sphere, their directions (equation A.3).</param>
public sealed record GroupMeasures(
    ImmutableArray<double> Diameters, ImmutableArray<double> Distances, double Within, double? Between, ImmutableArray<ImmutableArray<double>> Means)
{
    /// <summary>The largest.</summary>
    public double Diameter => Diameters.Max();

    /// <summary>Of the two nearest groups; null where there is one group.</summary>
    public double? Distance => Distances.IsEmpty ? null : Distances.Min();

    /// <param name="f">(N, D).</param>
    /// <param name="groups">Of the N points.</param>
    /// <param name="geometry">Where representations live.</param>
    public static GroupMeasures Of(PointSet f, NeighbourGroups groups, Geometry geometry)
    {
        var parts = groups.Members.Select(members => f.Pick(members)).ToArray();
        var (distances, between) = Pairs(parts);
        return new GroupMeasures(
            [.. parts.Select(GroupGeometry.Diameter)], distances, parts.Average(GroupGeometry.MeanSquaredDistance), between, [.. parts.Select(part => Mean(part, geometry))]);
    }

    /// <summary>The largest |mean of a group here - its mean there|.</summary>
    public double Drift(GroupMeasures other) => Means.Zip(other.Means).Max(pair => Vectors.Distance(pair.First.AsSpan(), pair.Second.AsSpan()));

    private static (ImmutableArray<double> Distances, double? Between) Pairs(PointSet[] parts)
    {
        if (parts.Length == 1) return ([], null);
        var distances = Enumerable.Repeat(double.PositiveInfinity, parts.Length).ToArray();
        var between = 0.0;
        for (var i = 0; i < parts.Length; i++)
            for (var j = 0; j < i; j++)
            {
                var distance = GroupGeometry.Distance(parts[i], parts[j]);
                (distances[i], distances[j]) = (Math.Min(distances[i], distance), Math.Min(distances[j], distance));
                between += GroupGeometry.MeanSquaredDistance(parts[i], parts[j]);
            }
        return ([.. distances], between / (parts.Length * (parts.Length - 1) / 2.0));
    }

    private static ImmutableArray<double> Mean(PointSet group, Geometry geometry)
    {
        var mean = group.Mean();
        if (geometry == Geometry.Spherical) Vectors.Normalise(mean);
        return [.. mean];
    }
}
