using SimXir.Experiments;

namespace SimXir.Report.Tests;

/// <summary>A curve that is easy to check by hand.</summary>
internal static class Curves
{
    private static readonly DateTimeOffset Now = new(2026, 1, 2, 3, 4, 5, 250, TimeSpan.Zero);

    public static StageCurve Pretraining { get; } = new(
        ExperimentId.Parse("mini/cifar10/simsiam/3"),
        "pretrain",
        [
            new CurvePoint { Round = "pretrain 1/2", Step = 8, Epoch = 1, Loss = -0.5, LearningRate = 0.06, ViewsPerSecond = 812, At = Now },
            new CurvePoint { Round = "pretrain 2/2", Step = 16, Epoch = 2, Loss = double.NaN, LearningRate = 0.03, Knn = 0.25, FeatureSpread = 0.5, At = Now.AddSeconds(10) },
        ],
        UnreadableLines: 0);
}
