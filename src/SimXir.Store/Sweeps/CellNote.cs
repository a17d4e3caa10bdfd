using SimXir.Experiments;

namespace SimXir.Store;

/// <summary>What only the grid knows of a cell, not the manifests.</summary>
/// <param name="Cached">Whether the newest submission found every round of the cell done.</param>
/// <param name="Failure">Why a round of it failed for good, in a sentence; null if none did.</param>
/// <param name="Hold">Paused or cancelled, where its sweep is; it says nothing of a cell that has a result.</param>
/// <param name="HoldReason">Why it is held, in a sentence.</param>
public sealed record CellNote(bool Cached = false, string? Failure = null, CellState? Hold = null, string? HoldReason = null);
