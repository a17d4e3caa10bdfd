using System.Collections.Immutable;

namespace SimXir.Experiments;

/// <summary>One cell of a sweep with its figures, where it has any yet.</summary>
public sealed record CellResult
{
    /// <summary>A feature spread below this is a collapse. A network with random weights has about 0.17 and a trained one about 0.5 (ResNet-18 of
    /// width 16, CIFAR-10).</summary>
    public const double CollapseThreshold = 0.05;

    public required DatasetId Dataset { get; init; }

    public required MethodId Method { get; init; }

    public required int Seed { get; init; }

    public required Treatment Treatment { get; init; }

    public required CellState State { get; init; }

    public KnnResult? Knn { get; init; }

    public ImmutableSortedDictionary<ProbeKind, LinearResult>? Linear { get; init; }

    /// <summary>Mean over dimensions of the standard deviation of the training images' l2-normalised features, times the square root of the
    /// number of dimensions: 0 is one point, 1 is isotropic.</summary>
    public double? FeatureSpread { get; init; }

    /// <summary>Whether the encoder maps all images to nearly one point, so that its accuracies are those of noise: its feature spread is below
    /// <see cref="CollapseThreshold"/> or not a number. Null for a cell that was not judged.</summary>
    public bool? Collapsed => State == CellState.Completed && FeatureSpread is { } spread ? !(spread >= CollapseThreshold) : null;

    /// <summary><c>sha256:…</c> of the judged encoder.</summary>
    public string? Weights { get; init; }

    /// <summary>The most attempts that any of its rounds took.</summary>
    public int Attempts { get; init; }

    /// <summary>Whether the newest submission found every round of the cell done.</summary>
    public bool Cached { get; init; }

    /// <summary>Why it failed or diverged, in a sentence.</summary>
    public string? Reason { get; init; }
}
