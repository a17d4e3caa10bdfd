using SimXir.Experiments;

namespace SimXir.Method;

/// <param name="Accuracy">On the test images.</param>
/// <param name="Converged">Whether the fit is at its minimum.</param>
/// <param name="Iterations">Steps that the fit took.</param>
/// <param name="LargestGradient">The largest entry of its gradient at the end.</param>
public sealed record ProbeOutcome(LinearResult Accuracy, bool Converged, int Iterations, double LargestGradient);
