namespace SimXir.Method;

/// <summary>One point of a training curve. All but the speed are the same, bit for bit, in a run that was stopped and resumed.</summary>
/// <param name="Step">Steps done of the whole stage.</param>
/// <param name="Epoch">Epochs done of the whole stage.</param>
/// <param name="Loss">Mean loss of the epoch that the step belongs to, up to the step.</param>
/// <param name="LearningRate">The scheduled learning rate of the step.</param>
/// <param name="Knn">The monitor's cosine kNN accuracy on held-out training images, 0 to 1; at the end of an epoch after
/// which it looked, else null.</param>
/// <param name="FeatureSpread">The feature spread that it saw then: 0 is a collapse, 1 is isotropic.</param>
/// <param name="ViewsPerSecond">Since the point before, the monitor included.</param>
public sealed record MetricRecord(
    long Step,
    int Epoch,
    double Loss,
    double LearningRate,
    double? Knn,
    double? FeatureSpread,
    double ViewsPerSecond);
