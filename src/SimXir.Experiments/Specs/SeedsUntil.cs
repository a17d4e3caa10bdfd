namespace SimXir.Experiments;

/// <summary>Seeds are added while a sweep runs, to each dataset and method apart, until the gain of every treatment over baseline is known well
/// enough: until the 95 % interval of its mean (Student's t, paired by seed) reaches no further than <paramref name="Until"/> points to either
/// side. The gain is that of kNN by cosine at the largest k of the spec: the figure of the paper's table 1 that asks no probe.</summary>
/// <param name="Until">Points; above 0, to 100.</param>
/// <param name="Max">Seeds at which a dataset and method stop all the same; 2 to 1000.</param>
public sealed record SeedsUntil(double Until, int Max)
{
    /// <summary>Seeds to begin with: with two, an interval is often too short by chance, and nobody would notice.</summary>
    public const int First = 3;
}
