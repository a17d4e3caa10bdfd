namespace SimXir.Experiments;

/// <summary>Accuracies of a linear probe on the test images, 0 to 1.</summary>
/// <param name="Top1">The right label scores highest.</param>
/// <param name="Top5">The right label is among the five highest scores.</param>
public sealed record LinearResult(double Top1, double Top5);
