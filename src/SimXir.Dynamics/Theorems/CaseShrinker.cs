namespace SimXir.Dynamics;

/// <summary>Makes a counterexample as small as it can be made by one change after another.</summary>
internal static class CaseShrinker
{
    /// <summary>A case that refutes the claim still, and none of whose smaller variants does.</summary>
    public static TheoremCase Shrink(TheoremCase counterexample, Claim claim)
    {
        for (var best = counterexample.First(claim.Groups); ;)
        {
            if (Variants(best).FirstOrDefault(variant => variant.Size.CompareTo(best.Size) < 0 && claim.Of(variant).Failed) is not { } smaller) return best;
            best = smaller;
        }
    }

    private static IEnumerable<TheoremCase> Variants(TheoremCase theCase)
    {
        foreach (var (i, group) in theCase.Groups.Index())
            if (group.Inputs.Count > 1)
                for (var point = 0; point < group.Inputs.Count; point++)
                    if (group.Without(point) is { IsConnected: true } without) yield return new(theCase.Groups.SetItem(i, without));
        for (var axis = 0; axis < theCase.Dimensions && theCase.Dimensions > 1; axis++)
            yield return new([.. theCase.Groups.Select(group => group.With(WithoutAxis(group.F0, axis)))]);
        foreach (var (i, group) in theCase.Groups.Index())
            foreach (var simpler in Simpler(group.F0)) yield return new(theCase.Groups.SetItem(i, group.With(simpler)));
    }

    /// <summary>Each number replaced by 0, by a whole one, by one a step nearer to 0 or by its negative; then each point put where another is.</summary>
    private static IEnumerable<PointSet> Simpler(PointSet f0)
    {
        var rows = f0.ToRows();
        for (var i = 0; i < rows.Length; i++)
            for (var axis = 0; axis < f0.Dimensions; axis++)
            {
                var value = rows[i][axis];
                foreach (var simpler in new[] { 0, Math.Sign(value), Math.Round(value), value - Math.Sign(value), -value })
                    if (simpler != value) yield return Replaced(rows, i, [.. rows[i][..axis], simpler, .. rows[i][(axis + 1)..]]);
            }
        for (var i = 0; i < rows.Length; i++)
            foreach (var other in rows.Where(other => !other.SequenceEqual(rows[i]))) yield return Replaced(rows, i, other);
    }

    private static PointSet Replaced(double[][] rows, int i, double[] row) => PointSet.Of([.. rows[..i], row, .. rows[(i + 1)..]]);

    private static PointSet WithoutAxis(PointSet f0, int axis) => PointSet.Of([.. f0.ToRows().Select(row => row.Where((_, other) => other != axis).ToArray())]);
}
