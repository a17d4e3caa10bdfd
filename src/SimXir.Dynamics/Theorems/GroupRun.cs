using System.Collections.Immutable;

namespace SimXir.Dynamics;

/// <summary>What becomes of a group: its first steps, and where it ends.</summary>
internal sealed class GroupRun
{
    /// <summary>The steps that claims about single steps are tried on.</summary>
    public const int Steps = 8;

    private const int LongEnough = 4000;
    private const double Still = 1e-10;

    private readonly Lazy<PointSet> _limit;

    private GroupRun(TheoremGroup group, NeighbourAveraging dynamics)
    {
        Group = group;
        var f = ImmutableArray.CreateBuilder<PointSet>();
        for (f.Add(dynamics.Representations()); f.Count <= Steps; f.Add(dynamics.Representations())) dynamics.Step();
        F = f.ToImmutable();
        Diameters = [.. F.Select(GroupGeometry.Diameter)];
        _limit = new(() => End(dynamics));
    }

    public TheoremGroup Group { get; }

    /// <summary>(Steps + 1): f_0, f_1, ….</summary>
    public ImmutableArray<PointSet> F { get; }

    /// <summary>(Steps + 1).</summary>
    public ImmutableArray<double> Diameters { get; }

    /// <summary>f after so many steps that it stands still, or that this can be given up.</summary>
    /// <exception cref="DynamicsException">On the sphere: a mean is 0 on the way.</exception>
    public PointSet Limit => _limit.Value;

    /// <summary>Null where the dynamics of the sphere are not defined: a representation or a mean is 0, which the paper excludes.</summary>
    public static GroupRun? Of(TheoremGroup group, Geometry geometry)
    {
        try
        {
            return new GroupRun(group, new NeighbourAveraging(group.Neighbours, group.F0, geometry));
        }
        catch (DynamicsException)
        {
            return null; // not a case of the theorem; the search counts cases that are
        }
    }

    private static PointSet End(NeighbourAveraging dynamics)
    {
        var before = dynamics.Representations();
        while (dynamics.Steps < LongEnough)
        {
            for (var i = 0; i < 50; i++) dynamics.Step();
            var now = dynamics.Representations();
            if (Enumerable.Range(0, now.Count).All(i => Vectors.Distance(before[i], now[i]) < Still)) return now;
            before = now;
        }
        return before;
    }
}
