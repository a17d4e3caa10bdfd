namespace SimXir.Store;

/// <summary>What only the grid knows of a cell, not the manifests.</summary>
/// <param name="Cached">Whether the newest submission found every round of the cell done.</param>
/// <param name="Failure">Why a round of it failed for good, in a sentence; null if none did.</param>
public sealed record CellNote(bool Cached = false, string? Failure = null);
