using System.Collections.Immutable;

namespace SimXir.Experiments;

/// <summary>One cell of a sweep with its figures, where it has any yet.</summary>
public sealed record CellResult
{
    public required DatasetId Dataset { get; init; }

    public required MethodId Method { get; init; }

    public required int Seed { get; init; }

    public required Treatment Treatment { get; init; }

    public required CellState State { get; init; }

    public KnnResult? Knn { get; init; }

    public ImmutableSortedDictionary<ProbeKind, LinearResult>? Linear { get; init; }

    public double? FeatureSpread { get; init; }

    /// <summary><c>sha256:…</c> of the judged encoder.</summary>
    public string? Weights { get; init; }

    /// <summary>The most attempts that any of its rounds took.</summary>
    public int Attempts { get; init; }

    /// <summary>Whether the newest submission found every round of the cell done.</summary>
    public bool Cached { get; init; }

    /// <summary>Why it failed or diverged, in a sentence.</summary>
    public string? Reason { get; init; }
}
