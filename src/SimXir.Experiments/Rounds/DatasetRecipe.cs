namespace SimXir.Experiments;

/// <summary>Exactly which images: the dataset, the SHA-256 fingerprint of its official files, and the subset.</summary>
public sealed record DatasetRecipe(DatasetId Name, string Fingerprint, SubsetSpec? Subset);
