using System.Collections.Immutable;

namespace SimXir.Store;

/// <summary>What a collection did.</summary>
/// <param name="DryRun">Nothing was deleted; the figures are what would have been.</param>
/// <param name="Before">Only what was last written before this moment of the store's clock may go.</param>
/// <param name="Deleted">By kind, each once.</param>
/// <param name="Spared">What nothing refers to and is too young to go.</param>
public sealed record GarbageReport(bool DryRun, DateTimeOffset Before, ImmutableArray<GarbageLine> Deleted, GarbageCount Spared)
{
    /// <summary>All kinds.</summary>
    public GarbageCount Total => new(Deleted.Sum(line => line.Count.Objects), Deleted.Sum(line => line.Count.Bytes));
}
