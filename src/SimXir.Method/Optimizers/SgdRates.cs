namespace SimXir.Method;

/// <param name="LearningRate">Above 0.</param>
/// <param name="Momentum">0 to below 1.</param>
/// <param name="WeightDecay">0 or more; applied to every parameter, biases and BatchNorm included, as SimSiam does.</param>
internal readonly record struct SgdRates(double LearningRate, double Momentum, double WeightDecay);
