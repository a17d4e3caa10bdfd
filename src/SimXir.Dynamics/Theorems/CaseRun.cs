using System.Collections.Immutable;

namespace SimXir.Dynamics;

/// <summary>What becomes of a case's groups under one geometry.</summary>
internal sealed class CaseRun
{
    private CaseRun(ImmutableArray<GroupRun> groups) => Groups = groups;

    public ImmutableArray<GroupRun> Groups { get; }

    public GroupRun First => Groups[0];

    public GroupRun Second => Groups[1];

    /// <summary>Null where the dynamics are not defined.</summary>
    public static CaseRun? Of(TheoremCase theCase, Geometry geometry)
    {
        var groups = theCase.Groups.Select(group => GroupRun.Of(group, geometry)).OfType<GroupRun>().ToImmutableArray();
        return groups.Length == theCase.Groups.Length ? new CaseRun(groups) : null;
    }

    /// <summary>inf |f_t(x1) - f_t(x2)|.</summary>
    public double Distance(int t) => GroupGeometry.Distance(First.F[t], Second.F[t]);

    /// <summary>The same where the groups end.</summary>
    public double LimitDistance => GroupGeometry.Distance(First.Limit, Second.Limit);

    /// <summary>Of the groups' convex hulls after t steps, from below.</summary>
    public double HullDistance(int t) => MinimumNorm.BetweenHulls(First.F[t], Second.F[t]);

    /// <summary>How far both groups are from a plane through the origin that has one on each side, from below; 0 where none is found.</summary>
    public double Margin(int t) => MinimumNorm.AtLeast([.. First.F[t].ToRows(), .. Second.F[t].ToRows().Select(row => row.Select(value => -value).ToArray())]);
}
