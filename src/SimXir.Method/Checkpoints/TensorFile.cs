using System.Collections.Immutable;

namespace SimXir.Method;

/// <summary>The content of a safetensors file.</summary>
/// <param name="Tensors">By name.</param>
/// <param name="Metadata">Free text by name: the file's <c>__metadata__</c>.</param>
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

    /// <summary>The tensors whose names start with <paramref name="prefix"/>, without it.</summary>
    public ImmutableSortedDictionary<string, StoredTensor> Under(string prefix) => Tensors
        .Where(pair => pair.Key.StartsWith(prefix, StringComparison.Ordinal))
        .ToImmutableSortedDictionary(pair => pair.Key[prefix.Length..], pair => pair.Value, StringComparer.Ordinal);
}
