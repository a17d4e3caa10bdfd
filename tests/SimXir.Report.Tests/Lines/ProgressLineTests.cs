using SimXir.Experiments;

namespace SimXir.Report.Tests;

public sealed class ProgressLineTests
{
    private static readonly ExperimentId Experiment = ExperimentId.Parse("mini/cifar10/simsiam/0");

    [Fact]
    public void Of_FullReport_ShowsAllOfIt() => Assert.Equal(
        "cifar10 simsiam seed 0  pretrain 2/16  epoch 57/800  loss -0.8123  kNN 43.2 %  812 views/s  3 min left",
        ProgressLine.Of(Experiment, "pretrain 2/16", new RoundProgress(57, 800, 10, 100, -0.81234, 0.4321, 811.6, TimeSpan.FromSeconds(150))));

    [Fact]
    public void Of_EvaluationWithoutEpochs_ShowsItsSteps() => Assert.Equal(
        "cifar10 simsiam seed 0  evaluate simxir  step 3/12",
        ProgressLine.Of(Experiment, "evaluate simxir", new RoundProgress(0, 0, 3, 12, null, null, 0, null)));

    [Fact]
    public void Of_DivergingRound_ShowsItsLoss() => Assert.Equal(
        "cifar10 simsiam seed 0  pretrain 1/1  epoch 0/1  loss NaN",
        ProgressLine.Of(Experiment, "pretrain 1/1", new RoundProgress(0, 1, 0, 9, double.NaN, null, double.PositiveInfinity, null)));

    [Theory]
    [InlineData(-1, "0 s")]
    [InlineData(0.2, "1 s")]
    [InlineData(59, "59 s")]
    [InlineData(61, "2 min")]
    [InlineData(3600, "1 h")]
    [InlineData(7261, "2 h 2 min")]
    [InlineData(99 * 3600, "4 d 3 h")]
    [InlineData((100 * 3600) + 1, "4 d 5 h")]
    public void Rough_AnySpan_IsRoundedUp(double seconds, string text) => Assert.Equal(text, DurationText.Rough(TimeSpan.FromSeconds(seconds)));

    [Fact]
    public void Rough_LongestSpan_DoesNotOverflow() => Assert.Equal("10675199 d 2 h", DurationText.Rough(TimeSpan.MaxValue));
}
