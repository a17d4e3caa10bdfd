namespace SimXir.Dynamics;

/// <summary>Theorem 4.6: groups contract on the sphere.</summary>
/// <remarks>Its proof takes the cosine of two averages for no less than the smallest cosine. The inner product of the averages is no less;
/// dividing it by their lengths, at most 1, brings it up where it is positive, and down where it is negative. So right angles are the bound,
/// not straight ones; on the circle, a half circle is enough, for arcs in it are as good as intervals.</remarks>
internal static class SphericalContractionClaims
{
    private const string Theorem = "4.6", Cosines = "no cosine is negative", Hemisphere = "the representations are in an open half of the sphere";
    private const double RightAngle = 1.4142135623731 /* a chord; rounded up */, Straight = 2 - 1e-9, Open = 1e-6;

    public static IEnumerable<Claim> All =>
    [
        New("sphere-contraction-strict-step", "the diameter shrinks at every step", null, run => Shrinks(run, 1, t => NotStraight(run, t))),
        New("sphere-contraction-step", "the diameter never grows", null, run => Keeps(run, t => NotStraight(run, t))),
        New("sphere-contraction-limit", "the diameter goes to 0", null, run => NotStraight(run, 0) ? ContractionClaims.Vanishes(run) : Outcome.NotMet),
        New("sphere-contraction-hemisphere-step", "the diameter never grows", Hemisphere, run => Keeps(run, t => InHemisphere(run, t))),
        New("sphere-contraction-hemisphere-limit", "the diameter goes to 0", Hemisphere, run => InHemisphere(run, 0) ? ContractionClaims.Vanishes(run) : Outcome.NotMet),
        New(
            "sphere-contraction-circle-step", "the diameter never grows", "the representations are in an open half of a circle",
            run => Keeps(run, t => run.First.F[0].Dimensions == 2 && InHemisphere(run, t))),
        New("sphere-contraction-cosines-step", "the diameter never grows", Cosines, run => Keeps(run, t => NoWide(run, t))),
        New("sphere-contraction-cosines-strict-step", "the diameter shrinks at every step", Cosines, run => Shrinks(run, 1, t => NoWide(run, t))),
        New(
            "sphere-contraction-cosines-strict-shared", "the diameter shrinks at every step", $"{Cosines} and any two points share a neighbour",
            run => Shrinks(run, 1, t => NoWide(run, t) && run.First.Group.SharesNeighbours)),
        New(
            "sphere-contraction-cosines-strict-strides", "the diameter shrinks", $"{Cosines} and half as many steps are taken at a time as the longest shortest path has",
            run => Shrinks(run, ContractionClaims.Stride(run.First), t => NoWide(run, t))),
        New("sphere-contraction-cosines-limit", "the diameter goes to 0", Cosines, run => NoWide(run, 0) ? ContractionClaims.Vanishes(run) : Outcome.NotMet),
    ];

    private static Outcome Shrinks(CaseRun run, int stride, Func<int, bool> applies) => ContractionClaims.Shrinks(run, stride, applies);

    private static Outcome Keeps(CaseRun run, Func<int, bool> applies) =>
        Outcome.OfSteps(1, applies, Comparison.NoMore, "diameter", t => run.First.Diameters[t]);

    /// <summary>The theorem's own condition: no two representations are opposite.</summary>
    private static bool NotStraight(CaseRun run, int t) => run.First.Diameters[t] < Straight;

    private static bool NoWide(CaseRun run, int t) => run.First.Diameters[t] <= RightAngle;

    private static bool InHemisphere(CaseRun run, int t) => MinimumNorm.AtLeast(run.First.F[t].ToRows()) > Open;

    private static Claim New(string name, string text, string? condition, Func<CaseRun, Outcome> attempt) =>
        new(Theorem, name, text, condition, Geometry.Spherical, 1, attempt);
}
