using SimXir.Method;
using SimXir.Store;

namespace SimXir.Host;

/// <summary>What became of an import.</summary>
/// <param name="Import">As the store has it.</param>
/// <param name="Taken">What was used of the file and what was left.</param>
/// <param name="Known">Whether the store had this very backbone under this name before.</param>
public sealed record ImportedBackbone(StoredImport Import, BackboneImport Taken, bool Known);
