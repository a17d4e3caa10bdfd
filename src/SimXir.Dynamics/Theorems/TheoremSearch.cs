using System.Collections.Immutable;

namespace SimXir.Dynamics;

/// <summary>Tries every claim on the known cases and on random ones, and shrinks the counterexamples.</summary>
public static class TheoremSearch
{
    /// <summary>As many of a claim's counterexamples are shrunk, the smallest ones; the smallest result is kept.</summary>
    private const int Shrunk = 5;

    /// <param name="cases">Random cases, beside the known ones; 0 or more.</param>
    /// <param name="seed">Of the random ones.</param>
    /// <param name="threads">To work with; the result is the same with any number.</param>
    /// <param name="cancellation">Ends it early.</param>
    public static ImmutableArray<ClaimResult> Run(int cases, int seed, int threads = 1, CancellationToken cancellation = default)
    {
        TheoremCase[] all = [.. KnownCases.All.Values.Select(known => known.Case), .. CaseGenerator.Cases(seed).Take(cases)];
        var claims = Claims().ToArray();
        var outcomes = new Outcome[all.Length][];
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellation };
        Parallel.For(0, all.Length, parallel, i => outcomes[i] = Try(all[i], claims));
        var results = new ClaimResult[claims.Length];
        Parallel.For(0, claims.Length, parallel, i => results[i] = Result(claims[i], [.. all.Select((theCase, j) => (theCase, outcomes[j][i]))]));
        return [.. results];
    }

    internal static IEnumerable<Claim> Claims() =>
        [.. ContractionClaims.All, .. AlienationClaims.All, .. MeanClaims.All, .. SphericalContractionClaims.All, .. SphericalAlienationClaims.All];

    /// <summary>Each geometry is run once for all claims about one group, and once for those about two.</summary>
    private static Outcome[] Try(TheoremCase theCase, Claim[] claims)
    {
        var runs = new Dictionary<(Geometry, int), CaseRun?>();
        return [.. claims.Select(claim => claim.Groups > theCase.Groups.Length ? Outcome.NotMet : claim.Of(RunOf(claim)))];

        CaseRun? RunOf(Claim claim)
        {
            if (!runs.TryGetValue((claim.Geometry, claim.Groups), out var run))
                runs.Add((claim.Geometry, claim.Groups), run = CaseRun.Of(theCase.First(claim.Groups), claim.Geometry));
            return run;
        }
    }

    private static ClaimResult Result(Claim claim, IReadOnlyList<(TheoremCase Case, Outcome Outcome)> tried)
    {
        var failed = tried.Where(pair => pair.Outcome.Failed).Select(pair => pair.Case.First(claim.Groups)).OrderBy(theCase => theCase.Size).ToArray();
        var met = tried.Count(pair => pair.Outcome.Applies);
        var smallest = failed.Take(Shrunk).Select(theCase => CaseShrinker.Shrink(theCase, claim)).OrderBy(theCase => theCase.Size).FirstOrDefault();
        return new ClaimResult(claim.Theorem, claim.Name, claim.Text, claim.Condition, met, met - failed.Length, smallest is null ? null : Example(claim, smallest));
    }

    private static Counterexample Example(Claim claim, TheoremCase theCase)
    {
        var outcome = claim.Of(theCase);
        return new Counterexample(theCase, claim.Geometry, outcome.Step, outcome.What!);
    }
}
