namespace SimXir.Dynamics;

/// <summary>Conjecture 4.5, and A.3 on the sphere: group means hardly move.</summary>
/// <remarks>A step weighs f(x') by how many neighbourhoods x' is in, over their sizes. The plain mean stays where all neighbourhoods have
/// equally many points; the mean weighted by these sizes stays always. How near is "nearly" the paper does not say; here, a tenth of the
/// group's first diameter.</remarks>
internal static class MeanClaims
{
    private const double Nearly = 0.1;
    private const string Equal = "all neighbourhoods of the group have equally many points";

    public static IEnumerable<Claim> All =>
    [
        New("4.5", "means-exact", "the group mean does not move", null, Geometry.Unconstrained, run => Moves(run, Plain, 0, _ => true)),
        New("4.5", "means-near", "the group mean never moves more than a tenth of the first diameter", null, Geometry.Unconstrained, run => Moves(run, Plain, Nearly, _ => true)),
        New("4.5", "means-equal", "the group mean does not move", Equal, Geometry.Unconstrained, run => Moves(run, Plain, 0, group => group.HasEqualNeighbourhoods)),
        New("4.5", "means-weighted", "the mean weighted by the neighbourhoods' sizes does not move", null, Geometry.Unconstrained, run => Moves(run, Weighted, 0, _ => true)),
        New("A.3", "sphere-means-near", "the group mean's direction never moves more than a tenth of the first diameter", null, Geometry.Spherical, run => Moves(run, Direction, Nearly, _ => true)),
        New("A.3", "sphere-means-equal", "the group mean's direction does not move", Equal, Geometry.Spherical, run => Moves(run, Direction, 0, group => group.HasEqualNeighbourhoods)),
    ];

    /// <param name="run">Of one group.</param>
    /// <param name="mean">Which mean; null where it is 0 and has no direction.</param>
    /// <param name="share">How much of the first diameter it may move.</param>
    /// <param name="applies">To which groups the claim does.</param>
    private static Outcome Moves(CaseRun run, Func<GroupRun, int, double[]?> mean, double share, Func<TheoremGroup, bool> applies)
    {
        var start = mean(run.First, 0);
        if (start is null || !applies(run.First.Group) || run.First.Diameters[0] < Comparison.TooSmall) return Outcome.NotMet;
        return Outcome.OfSteps(
            1, t => mean(run.First, t + 1) is not null, (_, way) => Comparison.NoMore(share * run.First.Diameters[0], way), "way of the mean",
            t => Vectors.Distance(start, mean(run.First, t)));
    }

    private static double[] Plain(GroupRun run, int t) => run.F[t].Mean();

    private static double[] Weighted(GroupRun run, int t)
    {
        var mean = new double[run.F[t].Dimensions];
        var sum = (double)run.Group.Neighbours.Edges;
        foreach (var (x, neighbours) in run.Group.Lists.Index())
            for (var i = 0; i < mean.Length; i++) mean[i] += neighbours.Length / sum * run.F[t][x][i];
        return mean;
    }

    private static double[]? Direction(GroupRun run, int t)
    {
        var mean = run.F[t].Mean();
        return Vectors.Normalise(mean) ? mean : null;
    }

    private static Claim New(string theorem, string name, string text, string? condition, Geometry geometry, Func<CaseRun, Outcome> attempt) =>
        new(theorem, name, text, condition, geometry, 1, attempt);
}
