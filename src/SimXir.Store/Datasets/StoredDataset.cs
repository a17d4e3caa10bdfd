using System.Collections.Immutable;
using SimXir.Experiments;

namespace SimXir.Store;

/// <summary>The official files of a dataset that a store keeps for everybody who works on it.</summary>
/// <param name="Id">Its name.</param>
/// <param name="Fingerprint">What plans and recipes name it by.</param>
/// <param name="Folder">The official folder that the files belong into.</param>
/// <param name="Files">By name, each with its hash.</param>
public sealed record StoredDataset(DatasetId Id, string Fingerprint, string Folder, ImmutableSortedDictionary<string, PartRef> Files);
