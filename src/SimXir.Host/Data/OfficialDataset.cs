using System.Collections.Immutable;
using SimXir.Experiments;
using SimXir.Method;

namespace SimXir.Host;

/// <summary>The official files of a dataset, and where they lie once they are there.</summary>
/// <param name="Id">Which.</param>
/// <param name="Folder">Below the data folder.</param>
/// <param name="Files">What is downloaded.</param>
public sealed record OfficialDataset(DatasetId Id, string Folder, ImmutableArray<OfficialFile> Files)
{
    /// <summary>The files of the dataset below the data folder, with their sizes.</summary>
    public IEnumerable<OfficialEntry> Contents => Files.SelectMany(file => file.Entries.IsEmpty ? [new OfficialEntry($"{Folder}/{file.Name}", file.LengthBytes)] : file.Entries.AsEnumerable());
}
