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
    public void Cosine_WarmUp_RisesInEqualPartsAndThenFallsOverTheRest()
    {
        var rate = LearningRate.Cosine(1, units: 14, stepsPerUnit: 10, warmup: 4);
        Assert.Equal([0.25, 0.25, 0.5, 1, 1], ((long[])[0, 9, 10, 30, 40]).Select(rate.At));
        Assert.Equal(0.5, rate.At(90), 1e-12);
        Assert.Equal([0.1, 0.2], ((long[])[0, 1]).Select(LearningRate.Cosine(1, units: 10, warmup: 10).At));
    }

    [Fact]
    public void Constant_AnyStep_Stays() => Assert.Equal(5e-4, LearningRate.Constant(5e-4).At(1_000_000));
}
