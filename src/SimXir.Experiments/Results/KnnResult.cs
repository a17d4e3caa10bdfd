using System.Collections.Immutable;

namespace SimXir.Experiments;

/// <summary>Top-1 accuracy of the plain majority vote, by number of neighbours, for the paper's two distances (section 5).</summary>
public sealed record KnnResult(ImmutableSortedDictionary<int, double> Cosine, ImmutableSortedDictionary<int, double> Euclidean);
