using System.Collections.Immutable;

namespace SimXir.Method;

/// <summary>The content of a checkpoint, whatever its format.</summary>
/// <param name="Tensors">By name.</param>
/// <param name="Metadata">Free text by name: a safetensors file's <c>__metadata__</c>; in a PyTorch file, what stands beside its
/// tensors.</param>
public sealed record TensorFile(
    ImmutableSortedDictionary<string, StoredTensor> Tensors,
    ImmutableSortedDictionary<string, string> Metadata)
{
    public static TensorFile Of(
        IEnumerable<KeyValuePair<string, StoredTensor>> tensors,
        IEnumerable<KeyValuePair<string, string>>? metadata = null) =>
        new(
            ImmutableSortedDictionary.CreateRange(StringComparer.Ordinal, tensors),
            ImmutableSortedDictionary.CreateRange(StringComparer.Ordinal, metadata ?? []));

    /// <summary>Marked as PyTorch's: what transformers and other loaders look for before they take a safetensors file.</summary>
    public static TensorFile OfPyTorch(IEnumerable<KeyValuePair<string, StoredTensor>> tensors) => Of(tensors, [new("format", "pt")]);

    /// <summary>The tensors whose names start with <paramref name="prefix"/>, without it.</summary>
    public ImmutableSortedDictionary<string, StoredTensor> Under(string prefix) => Tensors
        .Where(pair => pair.Key.StartsWith(prefix, StringComparison.Ordinal))
        .ToImmutableSortedDictionary(pair => pair.Key[prefix.Length..], pair => pair.Value, StringComparer.Ordinal);
}
