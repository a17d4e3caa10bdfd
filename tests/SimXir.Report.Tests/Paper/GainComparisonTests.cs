using SimXir.Experiments;

namespace SimXir.Report.Tests;

public sealed class GainComparisonTests
{
    [Theory]
    [InlineData(0.50, 0.1, 5, 1.00, GainVerdict.Reproduced)] // 0.50 ± 0.12: a gain, if a smaller one
    [InlineData(0.05, 0.1, 5, 1.00, GainVerdict.NotReproduced)] // 0.05 ± 0.12: none, and none as large
    [InlineData(-0.50, 0.1, 5, 0.01, GainVerdict.NotReproduced)] // a loss
    [InlineData(0.50, 1.0, 5, 1.00, GainVerdict.NotDecided)] // 0.50 ± 1.24: nothing or all of it
    [InlineData(-0.50, 0.1, 5, -0.63, GainVerdict.Reproduced)] // the paper's loss
    [InlineData(0.50, 0.1, 5, -0.63, GainVerdict.NotReproduced)] // a gain where the paper has a loss
    public void Of_IntervalBesideThePapersGain_IsDecidedByIt(double mean, double deviation, int seeds, double paper, object verdict) =>
        Assert.Equal((GainVerdict)verdict, GainComparison.Of(new Estimate(seeds, mean, deviation), paper).Verdict);

    /// <summary>The promise of more seeds is kept by that many and by no fewer.</summary>
    [Theory]
    [InlineData(0.5, 1.0, 5, 1.0)]
    [InlineData(0.8, 1.0, 3, 1.0)]
    [InlineData(-0.1, 1.0, 3, 0.5)]
    [InlineData(0.2, 0.5, 2, -0.7)]
    public void MoreSeeds_OfAnOpenGain_DecideItAndNoFewer(double mean, double deviation, int seeds, double paper)
    {
        var more = GainComparison.Of(new Estimate(seeds, mean, deviation), paper).MoreSeeds!.Value;

        Assert.NotEqual(GainVerdict.NotDecided, GainComparison.Of(new Estimate(seeds + more, mean, deviation), paper).Verdict);
        Assert.Equal(GainVerdict.NotDecided, GainComparison.Of(new Estimate(seeds + more - 1, mean, deviation), paper).Verdict);
    }

    [Fact]
    public void MoreSeeds_OfOneSeedOrOfTooWideASpread_AreUnknown()
    {
        Assert.Equal(new GainComparison(new Estimate(1, 3, null), 3, GainVerdict.NotDecided, null), GainComparison.Of(new Estimate(1, 3, null), 3));
        Assert.Null(GainComparison.Of(new Estimate(3, 0.005, 1), 0.01).MoreSeeds);
    }
}
