namespace SimXir.Experiments.Tests;

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
        var one = Estimate.Of([0.5]);

        Assert.Equal(new Estimate(1, 0.5, null), one);
        Assert.Equal((null, null), (one!.Value.HalfWidth, one.Value.PValue));
        Assert.Null(Estimate.Of([]));
    }

    /// <summary>Quantiles of Student's t as printed in every table of it, and in between 1.96 of the normal distribution.</summary>
    [Theory]
    [InlineData(2, 12.706)]
    [InlineData(3, 4.303)]
    [InlineData(5, 2.776)]
    [InlineData(10, 2.262)]
    [InlineData(31, 2.042)]
    [InlineData(100_001, 1.960)]
    public void HalfWidthOf_Seeds_IsTheTabledQuantileOverTheirRoot(int seeds, double quantile) =>
        Assert.Equal(quantile, Estimate.HalfWidthOf(seeds, deviation: 2) * Math.Sqrt(seeds) / 2, tolerance: 0.0006);

    /// <summary>Student's sleep data (1908), drug 2 less drug 1: t = 4.0621 with 9 degrees of freedom, p = 0.002833, interval 0.7001 to 2.4599.</summary>
    [Fact]
    public void PValue_OfStudentsSleepData_IsThePublishedOne()
    {
        var gain = Estimate.Of([1.2, 2.4, 1.3, 1.3, 0.0, 1.0, 1.8, 0.8, 4.6, 1.4])!.Value;

        Assert.Equal(0.002833, gain.PValue!.Value, tolerance: 1e-6);
        Assert.Equal(0.7001142, gain.Mean - gain.HalfWidth!.Value, tolerance: 1e-6);
        Assert.Equal(2.4598858, gain.Mean + gain.HalfWidth!.Value, tolerance: 1e-6);
    }

    [Theory]
    [InlineData(0.0, 1)]
    [InlineData(0.5, 0)]
    public void PValue_OfEqualValues_IsCertain(double value, double expected) => Assert.Equal(expected, Estimate.Of([value, value, value])!.Value.PValue);
}
