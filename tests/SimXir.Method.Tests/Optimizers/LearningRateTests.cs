namespace SimXir.Method.Tests;

public sealed class LearningRateTests
{
    [Theory]
    [InlineData(0, 0.06)]
    [InlineData(50, 0.03)]
    [InlineData(100, 0)]
    public void Cosine_PerStep_FallsFromFirstToNothing(long step, double expected) =>
        Assert.Equal(expected, LearningRate.Cosine(0.06, units: 100).At(step), 1e-12);

    [Fact]
    public void Cosine_PerEpoch_IsLevelWithinAnEpoch()
    {
        var rate = LearningRate.Cosine(1, units: 4, stepsPerUnit: 10);
        Assert.Equal(rate.At(10), rate.At(19));
        Assert.Equal(0.5 * (1 + Math.Cos(Math.PI / 4)), rate.At(10), 1e-12);
        Assert.True(rate.At(20) < rate.At(19));
    }

    [Fact]
    public void Constant_AnyStep_Stays() => Assert.Equal(5e-4, LearningRate.Constant(5e-4).At(1_000_000));
}
