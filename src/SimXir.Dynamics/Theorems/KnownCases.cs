namespace SimXir.Dynamics;

/// <summary>Cases worth knowing by name; the search tries them before its own.</summary>
public static class KnownCases
{
    /// <summary>A chain of four: its ends see only points that are where they are, and the diameter stays 1 for a step.</summary>
    public static TheoremCase LongChain => Of((Topology.Chain, [[0], [0], [1], [1]]));

    /// <summary>{(-1, 0), (1, 0)} and {(0, 1), (0, -1)}: both average to the origin at once.</summary>
    public static TheoremCase Crossed => Of((Topology.Chain, [[-1, 0], [1, 0]]), (Topology.Chain, [[0, 1], [0, -1]]));

    /// <summary>{(0, 1), (0, -1)} and {(1, 0)}: the convex hulls are disjoint, and yet the distance falls from the square root of 2 to 1.</summary>
    public static TheoremCase Gate => Of((Topology.Chain, [[0, 1], [0, -1]]), (Topology.Chain, [[1, 0]]));

    /// <summary>A point among five that have no other neighbour: the mean goes to its side.</summary>
    public static TheoremCase Star => Of((Topology.Star, [[1], [0], [0], [0], [0], [0]]));

    /// <summary>Five points of a ring, once around the circle: each is the direction of its neighbours' mean, and nothing ever moves.</summary>
    public static TheoremCase Winding => Of((Topology.Ring, [.. Enumerable.Range(0, 5).Select(i => new[] { Math.Cos(2 * Math.PI * i / 5), Math.Sin(2 * Math.PI * i / 5) })]));

    /// <summary>{(1, 0), (0, 1)} and {(1, 1)}: on the sphere, the first group averages to where the second is.</summary>
    public static TheoremCase Between => Of((Topology.Chain, [[1, 0], [0, 1]]), (Topology.Chain, [[1, 1]]));

    /// <summary>Three places of an upper half of the sphere with wide angles: the direction between two of them lies nearly opposite the
    /// third.</summary>
    public static TheoremCase Tripod => Of((Topology.Chain, [[4, 0, 1], [4, 0, 1], [-2, 3, 1], [-2, -3, 1]]));

    /// <summary>All of them by name, each with the geometry in which it tells something.</summary>
    public static IReadOnlyDictionary<string, (TheoremCase Case, Geometry Geometry)> All { get; } = new Dictionary<string, (TheoremCase, Geometry)>
    {
        ["long-chain"] = (LongChain, Geometry.Unconstrained),
        ["crossed"] = (Crossed, Geometry.Unconstrained),
        ["gate"] = (Gate, Geometry.Unconstrained),
        ["star"] = (Star, Geometry.Unconstrained),
        ["winding"] = (Winding, Geometry.Spherical),
        ["between"] = (Between, Geometry.Spherical),
        ["tripod"] = (Tripod, Geometry.Spherical),
    };

    private static TheoremCase Of(params (Topology Topology, double[][] F0)[] groups) =>
        new([.. groups.Select(group => new TheoremGroup(TopologyInputs.Of(group.Topology, group.F0.Length), PointSet.Of(group.F0)))]);
}
