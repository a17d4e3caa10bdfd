using System.Collections.Immutable;
using SimXir.Experiments;

namespace SimXir.Method;

/// <summary>What a dataset holds, after every file was read and found whole.</summary>
/// <param name="Id">Its name.</param>
/// <param name="Fingerprint">As <see cref="Datasets.Fingerprint"/>.</param>
/// <param name="Folder">Where its files were found.</param>
/// <param name="Files">Its official files; empty for a folder of images.</param>
/// <param name="Train">The training images.</param>
/// <param name="Test">The test images.</param>
/// <param name="Images">What a folder of images holds; null for any other dataset.</param>
public sealed record DatasetCheck(
    DatasetId Id, string Fingerprint, string Folder, ImmutableArray<FileCheck> Files, SplitCheck Train, SplitCheck Test, ImageFolderCheck? Images = null);
