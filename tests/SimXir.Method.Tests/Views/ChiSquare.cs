namespace SimXir.Method.Tests;

/// <summary>Pearson's test of counts against what was expected of them.</summary>
/// <remarks>Seeds are fixed, so a test passes or fails for good; the threshold lies where right draws would have a chance of one in a
/// million to fail under another seed. It is Wilson and Hilferty's approximation (1931), a little too high for few degrees of
/// freedom.</remarks>
internal static class ChiSquare
{
    private const double StandardErrors = 4.753; // the normal distribution exceeds it once in a million
    private const double SmallestExpected = 5; // below it the statistic is not chi-square: such cells are taken together

    /// <param name="cells">Counts and what was expected of them, alike in sum.</param>
    /// <param name="constraints">Sums that the expected counts were made to agree in: 1 where it is only the total.</param>
    public static void AssertFits(IEnumerable<(long Observed, double Expected)> cells, int constraints = 1)
    {
        var all = cells.ToArray();
        Assert.Equal(all.Sum(cell => cell.Observed), all.Sum(cell => cell.Expected), 1e-3);
        var small = all.Where(cell => cell.Expected < SmallestExpected).ToArray();
        var rest = (Observed: small.Sum(cell => cell.Observed), Expected: small.Sum(cell => cell.Expected));
        var large = all.Where(cell => cell.Expected >= SmallestExpected).ToList();
        if (rest.Expected >= SmallestExpected) large.Add(rest);
        var statistic = large.Sum(cell => Math.Pow(cell.Observed - cell.Expected, 2) / cell.Expected);
        var freedom = large.Count - constraints;
        var spread = 2.0 / (9 * freedom);
        var threshold = freedom * Math.Pow(1 - spread + (StandardErrors * Math.Sqrt(spread)), 3);
        Assert.True(statistic <= threshold, $"chi-square is {statistic:g4}, with {freedom} degrees of freedom; allowed is {threshold:g4}");
    }

    /// <summary>Counts of the combinations of independent events.</summary>
    /// <param name="probabilities">Of each event.</param>
    /// <param name="trials">Whether each event came about, for each trial.</param>
    public static void AssertIndependent(double[] probabilities, IEnumerable<bool[]> trials)
    {
        var counts = new long[1 << probabilities.Length];
        foreach (var trial in trials) counts[trial.Select((happened, bit) => happened ? 1 << bit : 0).Sum()]++;
        AssertFits(counts.Select((count, cell) => (
            count, counts.Sum() * probabilities.Select((p, bit) => (cell >> bit & 1) == 1 ? p : 1 - p).Aggregate((a, b) => a * b))));
    }
}
