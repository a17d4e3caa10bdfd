using SimXir.Experiments;

namespace SimXir.Report;

/// <summary>A sweep's gain beside the paper's. The paper prints one run without a spread, so its gain is taken as it stands.</summary>
/// <param name="Ours">Points over baseline, paired by seed.</param>
/// <param name="Paper">Points over baseline, as printed, not 0.</param>
/// <param name="Verdict">By the 95 % interval of <paramref name="Ours"/>.</param>
/// <param name="MoreSeeds">Where nothing is decided: how many further seeds would decide it if mean and deviation stayed as they are; null where
/// that is more than <see cref="MostSeeds"/>, or unknown with one seed.</param>
internal sealed record GainComparison(Estimate Ours, double Paper, GainVerdict Verdict, int? MoreSeeds)
{
    public const int MostSeeds = 1_000;

    public static GainComparison Of(Estimate ours, double paper)
    {
        // Turned so that the paper's gain is upwards, also where it is a loss.
        var (mean, gain) = paper < 0 ? (-ours.Mean, -paper) : (ours.Mean, paper);
        if (ours is not { HalfWidth: { } half, Deviation: { } deviation }) return new(ours, paper, GainVerdict.NotDecided, null);
        if (mean - half > 0) return new(ours, paper, GainVerdict.Reproduced, null);
        if (mean + half < gain) return new(ours, paper, GainVerdict.NotReproduced, null);
        // The mean lies at least half the paper's gain away from zero or from that gain: there the interval decides first.
        return new(ours, paper, GainVerdict.NotDecided, MoreUntil(Math.Max(mean, gain - mean), ours.N, deviation));
    }

    private static int? MoreUntil(double margin, int seeds, double deviation)
    {
        if (Estimate.HalfWidthOf(seeds + MostSeeds, deviation) >= margin) return null;
        var (few, enough) = (0, MostSeeds);
        while (enough - few > 1)
        {
            var middle = (few + enough) / 2;
            if (Estimate.HalfWidthOf(seeds + middle, deviation) < margin) enough = middle;
            else few = middle;
        }
        return enough;
    }
}
