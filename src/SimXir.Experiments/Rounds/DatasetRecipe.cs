namespace SimXir.Experiments;

/// <summary>Exactly which images.</summary>
/// <param name="Name">The dataset.</param>
/// <param name="Fingerprint">SHA-256 of its files.</param>
/// <param name="Subset">Part of it; null for all.</param>
/// <param name="Images">How its files become images, of a folder of images; null for any other dataset, whose files say all.</param>
public sealed record DatasetRecipe(DatasetId Name, string Fingerprint, SubsetSpec? Subset, ImagesSpec? Images = null)
{
    /// <summary>What a spec wants of one of its datasets.</summary>
    public static DatasetRecipe Of(SweepSpec spec, DatasetId id, string fingerprint)
    {
        ArgumentNullException.ThrowIfNull(spec);
        return new DatasetRecipe(id, fingerprint, spec.Subset, id.IsImageFolder ? spec.Images ?? new ImagesSpec() : null);
    }
}
