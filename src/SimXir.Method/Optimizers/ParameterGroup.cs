using System.Collections.Immutable;
using TorchSharp.Modules;

namespace SimXir.Method;

/// <summary>Parameters, by their state-dict names, that share a learning rate.</summary>
public sealed record ParameterGroup(ImmutableArray<(string Name, Parameter Parameter)> Parameters, LearningRate Rate);
