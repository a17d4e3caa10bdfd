namespace SimXir.Experiments;

/// <summary>The last figures of a training round.</summary>
/// <param name="Epochs">Epochs done by this round.</param>
/// <param name="Steps">Optimizer steps done by this round.</param>
/// <param name="Loss">Mean loss of the last epoch; not finite where the round diverged.</param>
/// <param name="FeatureSpread">Mean over dimensions of the standard deviation of l2-normalised features, times the square root of the
/// dimension: 0 is a collapse, 1 is isotropic. Null where it was not measured.</param>
/// <param name="Knn">The monitor's cosine kNN accuracy on held-out training images, 0 to 1; null where it was not measured.</param>
public sealed record TrainingSummary(int Epochs, long Steps, double Loss, double? FeatureSpread, double? Knn);
