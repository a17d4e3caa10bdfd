namespace SimXir.Dynamics;

/// <summary>Theorem 4.4: disjoint groups move apart.</summary>
/// <remarks>Its proof bounds the distance of two averages from below by the smallest distance of what is averaged, which fails where groups
/// interleave. What convexity gives: convex hulls only shrink, so the distance never falls below that of the hulls.</remarks>
internal static class AlienationClaims
{
    private const string Theorem = "4.4";
    private const double Apart = 1e-6;

    public static IEnumerable<Claim> All =>
    [
        Claim("alienation-strict-step", "the distance grows at every step", null, run => Grows(run, 1, _ => true)),
        Claim("alienation-step", "the distance never shrinks", null, run => Keeps(run, _ => true)),
        Claim("alienation-limit", "the distance in the limit is no less than at the start", null, Ends),
        Claim("alienation-apart", "the groups do not meet in the limit", null, Meets),
        Claim("alienation-hulls-step", "the distance never shrinks", "the convex hulls are disjoint", run => Keeps(run, t => run.HullDistance(t) > Apart)),
        Claim(
            "alienation-hulls-floor", "the distance stays above that of the convex hulls at t = 0, for ever", "the convex hulls are disjoint",
            run => Floor(run, run.HullDistance(0))),
        Claim(
            "alienation-nearest-step", "the distance does not shrink at a step", "before it, no two points of the hulls are nearer than the nearest representations",
            run => Keeps(run, t => run.HullDistance(t) > Math.Max(Apart, run.Distance(t) - Comparison.Rounding))),
        Claim("alienation-line-step", "the distance never shrinks", "one dimension, disjoint convex hulls", run => Keeps(run, t => OnALine(run, t))),
        Claim("alienation-line-strict-step", "the distance grows at every step", "one dimension, disjoint convex hulls", run => Grows(run, 1, t => OnALine(run, t))),
        Claim(
            "alienation-line-strict-strides", "the distance grows", "one dimension, disjoint convex hulls, as many steps at a time as the longest shortest path has",
            run => Grows(run, Stride(run), t => OnALine(run, t))),
    ];

    /// <summary>As many steps as every point needs to hear of every other of its group.</summary>
    public static int Stride(CaseRun run) => Math.Max(1, run.Groups.Max(group => group.Group.HopDiameter));

    /// <summary>The strict form; that the groups do not meet at the start, and that not both have become points, is the theorem's own.</summary>
    public static Outcome Grows(CaseRun run, int stride, Func<int, bool> applies) => Outcome.OfSteps(
        stride, t => AreApart(run) && run.Groups.Any(group => ContractionClaims.IsSomething(group, t)) && applies(t), Comparison.More, "distance", run.Distance);

    /// <summary>The form that is not strict.</summary>
    public static Outcome Keeps(CaseRun run, Func<int, bool> applies) =>
        Outcome.OfSteps(1, t => AreApart(run) && applies(t), Comparison.NoLess, "distance", run.Distance);

    /// <summary>From start to end.</summary>
    public static Outcome Ends(CaseRun run) =>
        AreApart(run) ? Outcome.Of(Comparison.NoLess(run.Distance(0), run.LimitDistance), "distance", run.Distance(0), run.LimitDistance) : Outcome.NotMet;

    /// <summary>Whether anything is left between them.</summary>
    public static Outcome Meets(CaseRun run) =>
        AreApart(run) ? Outcome.Of(run.LimitDistance > Apart, "distance", run.Distance(0), run.LimitDistance) : Outcome.NotMet;

    /// <summary>Never below a bound, at any step and in the limit.</summary>
    /// <param name="run">Of two groups.</param>
    /// <param name="bound">0 where the claim says nothing.</param>
    public static Outcome Floor(CaseRun run, double bound)
    {
        if (bound < Apart) return Outcome.NotMet;
        var steps = Outcome.OfSteps(1, _ => true, (_, after) => Comparison.NoLess(bound, after), "distance", run.Distance);
        return steps.Failed ? steps : Outcome.Of(Comparison.NoLess(bound, run.LimitDistance), "distance", run.Distance(0), run.LimitDistance);
    }

    private static bool AreApart(CaseRun run) => run.Distance(0) > Apart;

    private static bool OnALine(CaseRun run, int t) => run.First.F[0].Dimensions == 1 && run.HullDistance(t) > Apart;

    private static Claim Claim(string name, string text, string? condition, Func<CaseRun, Outcome> attempt) =>
        new(Theorem, name, text, condition, Geometry.Unconstrained, 2, attempt);
}
