using System.Collections.Immutable;
using SimXir.Experiments;

namespace SimXir.Method;

/// <summary>The files that a store keeps of a dataset, hashed and not parsed: its official files, or packs of a folder of images.</summary>
/// <param name="Id">Its name.</param>
/// <param name="Fingerprint">As <see cref="Datasets.Fingerprint"/>.</param>
/// <param name="Folder">Where they are, or what they are made of.</param>
/// <param name="OfficialFolder">What the folder is called below a data folder.</param>
/// <param name="Files">Each.</param>
public sealed record DatasetListing(DatasetId Id, string Fingerprint, string Folder, string OfficialFolder, ImmutableArray<FileCheck> Files);
