using System.Collections.Immutable;

namespace SimXir.Dynamics;

/// <summary>What the paper measures of groups of representations.</summary>
/// <param name="Diameters">Of each group, sup |f(x) - f(y)| (theorem 4.3).</param>
/// <param name="Distance">The smallest inf |f(x1) - f(x2)| between two groups (theorem 4.4); null where there is one group.</param>
/// <param name="Within">E |f(x) - f(y)|^2 within a group (appendix C.1), averaged over groups.</param>
/// <param name="Between">E |f(x1) - f(x2)|^2 between two groups, averaged over pairs of groups; null where there is one group.</param>
/// <param name="Means">(groups, D): of each group; on the sphere, their directions (equation A.3).</param>
public sealed record GroupMeasures(
    ImmutableArray<double> Diameters, double? Distance, double Within, double? Between, ImmutableArray<ImmutableArray<double>> Means)
{
    /// <summary>The largest.</summary>
    public double Diameter => Diameters.Max();

    /// <param name="f">(N, D).</param>
    /// <param name="groups">Of the N points.</param>
    /// <param name="geometry">Where representations live.</param>
    public static GroupMeasures Of(PointSet f, NeighbourGroups groups, Geometry geometry)
    {
        var parts = groups.Members.Select(members => f.Pick(members)).ToArray();
        var pairs = parts.Index().SelectMany(one => parts.Take(one.Index).Select(other => (one.Item, Other: other))).ToArray();
        return new GroupMeasures(
            [.. parts.Select(GroupGeometry.Diameter)],
            pairs.Length == 0 ? null : pairs.Min(pair => GroupGeometry.Distance(pair.Item, pair.Other)),
            parts.Average(GroupGeometry.MeanSquaredDistance),
            pairs.Length == 0 ? null : pairs.Average(pair => GroupGeometry.MeanSquaredDistance(pair.Item, pair.Other)),
            [.. parts.Select(part => Mean(part, geometry))]);
    }

    /// <summary>The largest |mean of a group here - its mean there|.</summary>
    public double Drift(GroupMeasures other) => Means.Zip(other.Means).Max(pair => Vectors.Distance(pair.First.AsSpan(), pair.Second.AsSpan()));

    private static ImmutableArray<double> Mean(PointSet group, Geometry geometry)
    {
        var mean = group.Mean();
        if (geometry == Geometry.Spherical) Vectors.Normalise(mean);
        return [.. mean];
    }
}
