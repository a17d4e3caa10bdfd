using System.Collections.Immutable;

namespace SimXir.Experiments;

/// <summary>The figures of one encoder; accuracies are 0 to 1.</summary>
public sealed record EvaluationResult
{
    public required KnnResult Knn { get; init; }

    /// <summary>By probe.</summary>
    public required ImmutableSortedDictionary<ProbeKind, LinearResult> Linear { get; init; }

    /// <summary>Mean over dimensions of the standard deviation of l2-normalised features, times the square root of the dimension:
    /// 0 is a collapse, 1 is isotropic.</summary>
    public required double FeatureSpread { get; init; }
}
