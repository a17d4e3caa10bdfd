using System.Collections.Immutable;

namespace SimXir.Experiments;

/// <summary>What <c>run</c> and <c>table</c> print.</summary>
public sealed record SweepResult(SweepId Sweep, CellState State, ImmutableArray<CellResult> Cells, SlotLedger Ledger);
