using System.Collections.Immutable;
using SimXir.Experiments;

namespace SimXir.Grid;

/// <summary>How well the gains of one dataset and method are known, and how many seeds that asks for.</summary>
/// <param name="Seeds">How many there are, also of those without a gain: a diverged run has none.</param>
/// <param name="Widest">The gain with the widest interval; null where one has no value at all.</param>
public sealed record GainsKnown(int Seeds, Estimate? Widest)
{
    /// <param name="seeds">How many there are.</param>
    /// <param name="gains">Of each treatment, over the seeds that have it, in points.</param>
    public static GainsKnown Of(int seeds, ImmutableArray<ImmutableArray<double>> gains)
    {
        var estimates = gains.Select(values => Estimate.Of(values)).ToList();
        return new GainsKnown(seeds, estimates.Contains(null) ? null : estimates.MaxBy(gain => gain!.Value.HalfWidth ?? double.PositiveInfinity));
    }

    public bool IsEnough(SeedsUntil wanted) => Widest?.HalfWidth <= wanted.Until;

    /// <summary>How many seeds to add now, 0 where they are enough or the limit is reached: half of what would be missing if the deviation stayed as
    /// it is, since a deviation of a few seeds is a poor guess, and a seed that was not needed costs a whole training.</summary>
    public int More(SeedsUntil wanted)
    {
        if (IsEnough(wanted) || Seeds >= wanted.Max) return 0;
        if (Widest is not { Deviation: { } deviation, N: var n }) return 1;
        var missing = 1;
        while (missing < wanted.Max - Seeds && Estimate.HalfWidthOf(n + missing, deviation) > wanted.Until) missing++;
        return (missing + 1) / 2;
    }
}
