namespace SimXir.Dynamics;

/// <summary>Theorem 4.7: disjoint groups move apart on the sphere.</summary>
/// <remarks>Fails as 4.4 does, with any cosines. A plane through the origin that has the groups on its two sides does not come nearer to
/// either: averaging keeps the margin and l2-normalising widens it.</remarks>
internal static class SphericalAlienationClaims
{
    private const string Theorem = "4.7", Circle = "on a circle, a line through the centre has one group on each side";
    private const double RightAngle = 1.4142135623731, Open = 1e-6;

    public static IEnumerable<Claim> All =>
    [
        New("sphere-alienation-strict-step", "the distance grows at every step", null, run => AlienationClaims.Grows(run, 1, _ => true)),
        New("sphere-alienation-step", "the distance never shrinks", null, run => AlienationClaims.Keeps(run, _ => true)),
        New("sphere-alienation-limit", "the distance in the limit is no less than at the start", null, AlienationClaims.Ends),
        New("sphere-alienation-apart", "the groups do not meet in the limit", null, AlienationClaims.Meets),
        New("sphere-alienation-cosines-step", "the distance never shrinks", "no cosine is negative", run => AlienationClaims.Keeps(run, t => NoWide(run, t))),
        New(
            "sphere-alienation-plane-step", "the distance never shrinks", "a plane through the centre has one group on each side",
            run => AlienationClaims.Keeps(run, t => run.Margin(t) > Open)),
        New(
            "sphere-alienation-plane-floor", "the distance stays above twice the margin at t = 0, for ever", "a plane through the centre has one group on each side",
            run => AlienationClaims.Floor(run, 2 * run.Margin(0))),
        New("sphere-alienation-circle-step", "the distance never shrinks", Circle, run => AlienationClaims.Keeps(run, t => OnCircle(run, t))),
        New("sphere-alienation-circle-strict-step", "the distance grows at every step", Circle, run => AlienationClaims.Grows(run, 1, t => OnCircle(run, t))),
        New(
            "sphere-alienation-circle-strict-strides", "the distance grows", $"{Circle}, and as many steps are taken at a time as the longest shortest path has",
            run => AlienationClaims.Grows(run, AlienationClaims.Stride(run), t => OnCircle(run, t))),
    ];

    private static bool NoWide(CaseRun run, int t) => GroupGeometry.Diameter(PointSet.Of([.. run.First.F[t].ToRows(), .. run.Second.F[t].ToRows()])) <= RightAngle;

    private static bool OnCircle(CaseRun run, int t) => run.First.F[0].Dimensions == 2 && run.Margin(t) > Open;

    private static Claim New(string name, string text, string? condition, Func<CaseRun, Outcome> attempt) =>
        new(Theorem, name, text, condition, Geometry.Spherical, 2, attempt);
}
