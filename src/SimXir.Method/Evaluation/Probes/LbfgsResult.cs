using static TorchSharp.torch;

namespace SimXir.Method;

/// <param name="X">(P): the best point.</param>
/// <param name="Value">The function there.</param>
/// <param name="LargestGradient">The largest absolute entry of the gradient there.</param>
/// <param name="Iterations">Steps taken.</param>
internal sealed record LbfgsResult(Tensor X, double Value, double LargestGradient, int Iterations);
