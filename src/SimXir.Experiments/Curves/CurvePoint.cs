namespace SimXir.Experiments;

/// <summary>What was measured at one step of a stage; null what was not, numbers may be NaN or infinite.</summary>
public sealed record CurvePoint
{
    /// <summary>The round's title, such as <c>pretrain 2/16</c>.</summary>
    public required string Round { get; init; }

    /// <summary>Steps done of the stage, all its rounds together.</summary>
    public required long Step { get; init; }

    /// <summary>Epochs done of the round's stage: of the whole pretraining, of one fine-tuning round, or of the paper's probe.</summary>
    public required int Epoch { get; init; }

    /// <summary>Mean loss of the epoch, up to the step.</summary>
    public double? Loss { get; init; }

    public double? LearningRate { get; init; }

    /// <summary>The monitor's cosine kNN accuracy on held-out training images, 0 to 1.</summary>
    public double? Knn { get; init; }

    /// <summary>0 is a collapse, 1 is isotropic.</summary>
    public double? FeatureSpread { get; init; }

    public double? ViewsPerSecond { get; init; }

    public required DateTimeOffset At { get; init; }
}
