using System.Collections.Immutable;

namespace SimXir.Host.Tests;

public sealed class DownsamplingTests
{
    private static readonly ImmutableArray<StepValue> Wave = [.. Enumerable.Range(0, 1000).Select(step => new StepValue(step, step == 500 ? 100 : Math.Sin(step * 0.01)))];

    [Fact]
    public void Points_TooMany_KeepTheEndsTheOrderAndThePeak()
    {
        var kept = Downsampling.Keep(Wave, 50);

        Assert.Equal(50, kept.Length);
        Assert.Equal((Wave[0], Wave[^1]), (kept[0], kept[^1]));
        Assert.Equal(kept.OrderBy(point => point.Step), kept);
        Assert.Contains(Wave[500], kept);
        Assert.Empty(kept.Except(Wave));
    }

    [Fact]
    public void Points_FewEnough_AreAllKept() => Assert.Equal(Wave.Take(50), Downsampling.Keep(Wave[..50], 50));

    [Fact]
    public void Points_EvenlySpacedOnALine_KeepOneOfEachStretch()
    {
        var kept = Downsampling.Keep([.. Enumerable.Range(0, 102).Select(step => new StepValue(step, step))], 12);

        Assert.All(Enumerable.Range(0, 10), stretch => Assert.Single(kept, point => point.Step > stretch * 10 && point.Step <= (stretch + 1) * 10 && point.Step is not 0 and not 101));
    }
}
