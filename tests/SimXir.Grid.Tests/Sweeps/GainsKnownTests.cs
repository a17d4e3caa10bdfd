using SimXir.Experiments;

namespace SimXir.Grid.Tests;

public sealed class GainsKnownTests
{
    private static readonly SeedsUntil Wanted = new(0.3, 10);

    [Fact]
    public void More_OfKnownGains_IsNone() => Assert.Equal(0, GainsKnown.Of(3, [[1.00, 1.01, 0.99], [-0.1, 0.0, 0.1]]).More(Wanted));

    /// <summary>The widest of the gains decides: 0.9, 1.0 and 1.1 are ±0.25, the others ±2.5, which 10 seeds would make ±0.72.</summary>
    [Fact]
    public void More_OfOneWideGain_IsHalfOfWhatIsMissing()
    {
        var known = GainsKnown.Of(3, [[0.9, 1.0, 1.1], [-1, 0, 1]]);

        Assert.Equal(2.484, known.Widest!.Value.HalfWidth!.Value, tolerance: 0.001);
        Assert.Equal(4, known.More(Wanted)); // 7 more are allowed
        Assert.Equal(1, GainsKnown.Of(3, [[0.8, 1.0, 1.2]]).More(Wanted)); // two more would do
    }

    [Fact]
    public void More_AtTheLimit_IsNone() => Assert.Equal(0, GainsKnown.Of(10, [[-1, 0, 1]]).More(Wanted));

    /// <summary>Diverged seeds have no gain: two gains at least are needed for an interval.</summary>
    [Theory]
    [InlineData()]
    [InlineData(0.5)]
    public void More_WithoutAnInterval_IsOne(params double[] gains)
    {
        var known = GainsKnown.Of(3, [[.. gains], [0.5, 0.5, 0.5]]);

        Assert.False(known.IsEnough(Wanted));
        Assert.Equal(1, known.More(Wanted));
        Assert.Equal(0, known.More(Wanted with { Max = 3 }));
    }
}
