using SimXir.Experiments;

namespace SimXir.Method;

/// <summary>What a forward pass computes in.</summary>
/// <param name="Precision">Of the backbone's arithmetic; features are float32 in either case.</param>
/// <param name="Threads">Of a CPU, 1 or more; features do not depend on it.</param>
internal readonly record struct Compute(Precision Precision, int Threads);
