namespace SimXir.Store;

/// <summary>What was measured at one step of a round; numbers may be NaN or infinite.</summary>
public sealed record MetricPoint
{
    /// <summary>The index of the step within its round, counted from 0: an attempt that goes on from a checkpoint with n steps finished
    /// begins with step n.</summary>
    public required long Step { get; init; }

    /// <summary>The epoch of the step, counted from 0, of the whole stage where blocks share one schedule.</summary>
    public required int Epoch { get; init; }

    public double? Loss { get; init; }

    public double? LearningRate { get; init; }

    /// <summary>The monitor's kNN accuracy, 0 to 1.</summary>
    public double? Knn { get; init; }

    /// <summary>0 is a collapse, 1 is isotropic; as in <see cref="Experiments.TrainingSummary"/>.</summary>
    public double? FeatureSpread { get; init; }

    public double? ViewsPerSecond { get; init; }

    public required DateTimeOffset At { get; init; }
}
