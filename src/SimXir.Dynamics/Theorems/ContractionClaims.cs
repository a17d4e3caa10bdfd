namespace SimXir.Dynamics;

/// <summary>Theorem 4.3: groups contract.</summary>
/// <remarks>Its proof shows that the diameter never grows. For the strict form it takes a pair that keeps the diameter and concludes that the
/// pair's neighbours keep it too, which does not follow: the ends of a long chain see only themselves at first.</remarks>
internal static class ContractionClaims
{
    private const string Theorem = "4.3";

    public static IEnumerable<Claim> All =>
    [
        Claim("contraction-strict-step", "the diameter shrinks at every step", null, run => Shrinks(run, 1, _ => true)),
        Claim("contraction-step", "the diameter never grows", null, run => Outcome.OfSteps(1, _ => true, Comparison.NoMore, "diameter", t => run.First.Diameters[t])),
        Claim(
            "contraction-strict-shared", "the diameter shrinks at every step", "any two points share a neighbour",
            run => Shrinks(run, 1, _ => run.First.Group.SharesNeighbours)),
        Claim(
            "contraction-strict-strides", "the diameter shrinks", "half as many steps are taken at a time as the longest shortest path has",
            run => Shrinks(run, Stride(run.First), _ => true)),
        Claim("contraction-limit", "the diameter goes to 0", null, Vanishes),
    ];

    /// <summary>As many steps as any two points need to have a common source.</summary>
    public static int Stride(GroupRun run) => Math.Max(1, (run.Group.HopDiameter + 1) / 2);

    /// <summary>The strict form; "unless the diameter is 0" is the theorem's own.</summary>
    public static Outcome Shrinks(CaseRun run, int stride, Func<int, bool> applies) =>
        Outcome.OfSteps(stride, t => IsSomething(run.First, t) && applies(t), Comparison.Less, "diameter", t => run.First.Diameters[t]);

    /// <summary>Whether a group still has a diameter to speak of.</summary>
    public static bool IsSomething(GroupRun run, int t) => run.Diameters[t] > Comparison.TooSmall * Math.Max(run.Diameters[0], Comparison.TooSmall);

    public static Outcome Vanishes(CaseRun run)
    {
        if (!IsSomething(run.First, 0)) return Outcome.NotMet;
        var end = GroupGeometry.Diameter(run.First.Limit);
        return Outcome.Of(end < Comparison.TooSmall, "diameter", run.First.Diameters[0], end);
    }

    private static Claim Claim(string name, string text, string? condition, Func<CaseRun, Outcome> attempt) =>
        new(Theorem, name, text, condition, Geometry.Unconstrained, 1, attempt);
}
