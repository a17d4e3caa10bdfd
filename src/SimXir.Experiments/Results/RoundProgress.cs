namespace SimXir.Experiments;

/// <summary>What a running round says of itself.</summary>
/// <param name="Epoch">Epochs finished, of the whole stage where blocks share one schedule.</param>
/// <param name="Epochs">Epochs of the stage.</param>
/// <param name="Step">Steps finished of this round.</param>
/// <param name="Steps">Steps of this round.</param>
/// <param name="Loss">Mean loss of the running epoch so far.</param>
/// <param name="Knn">The newest kNN accuracy of the monitor, 0 to 1.</param>
/// <param name="ViewsPerSecond">Augmented images trained on per second, over the last report interval.</param>
/// <param name="Remaining">Time left of this round at that speed.</param>
public sealed record RoundProgress(
    int Epoch,
    int Epochs,
    long Step,
    long Steps,
    double? Loss,
    double? Knn,
    double ViewsPerSecond,
    TimeSpan? Remaining);
