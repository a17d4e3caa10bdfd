using System.Collections.Immutable;
using SimXir.Method;

namespace SimXir.Cli;

/// <summary>One tensor of a checkpoint, without its numbers.</summary>
public sealed record TensorReport(string Name, string Dtype, ImmutableArray<long> Shape)
{
    public static TensorReport Of(string name, StoredTensor tensor) => new(name, tensor.Type.ToString().ToUpperInvariant(), tensor.Shape);
}
