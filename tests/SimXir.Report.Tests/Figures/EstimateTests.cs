
namespace SimXir.Report.Tests;

public sealed class EstimateTests
{
    [Fact]
    public void Of_SeveralValues_HasTheSampleDeviation()
    {
        var estimate = Estimate.Of([2.0, 4.0, 4.0, 4.0, 5.0, 5.0, 7.0, 9.0])!.Value;
        Assert.Equal((8, 5.0), (estimate.N, estimate.Mean));
        Assert.Equal(Math.Sqrt(32.0 / 7), estimate.Deviation!.Value, precision: 12);
    }

    [Fact]
    public void Of_OneValueOrNone_HasNoDeviation()
    {
        Assert.Equal(new Estimate(1, 0.5, null), Estimate.Of([0.5]));
        Assert.Null(Estimate.Of([]));
    }
}
