using SimXir.Experiments;

namespace SimXir.Method;

/// <summary>A dataset in memory, or the subset of it that a recipe names.</summary>
/// <param name="Id">Its name.</param>
/// <param name="Fingerprint">SHA-256 of its files, the same for each of its subsets; see <see cref="Datasets.Fingerprint"/>.</param>
/// <param name="Train">What is trained on, and the bank of kNN.</param>
/// <param name="Test">What is judged on.</param>
public sealed record Dataset(DatasetId Id, string Fingerprint, ImageSet Train, ImageSet Test)
{
    /// <summary>What its images are normalised by.</summary>
    /// <value>Default: the training images' own.</value>
    public NormalisationKind Normalise { get; init; }

    /// <summary>The mean and deviation that <see cref="Normalise"/> means.</summary>
    public ChannelStatistics Normalisation() => Normalise == NormalisationKind.ImageNet ? ChannelStatistics.ImageNet : ChannelStatistics.Of(Train);
}
