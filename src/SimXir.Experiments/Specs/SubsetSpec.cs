namespace SimXir.Experiments;

/// <summary>Part of a dataset: the first images of a permutation of each split that depends on <see cref="Seed"/> alone.</summary>
public sealed record SubsetSpec
{
    /// <value>1 or more, at most what the dataset has.</value>
    public required int Train { get; init; }

    /// <value>1 or more, at most what the dataset has.</value>
    public required int Test { get; init; }

    /// <value>Default 0.</value>
    public int Seed { get; init; }
}
