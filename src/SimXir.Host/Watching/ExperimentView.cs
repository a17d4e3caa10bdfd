using System.Collections.Immutable;
using SimXir.Experiments;
using SimXir.Grid;

namespace SimXir.Host;

/// <summary>One experiment with all its rounds: a graph, parents before children.</summary>
public sealed record ExperimentView(ExperimentId Id, CellState State, ImmutableArray<WatchedCell> Cells, IReadOnlyList<RoundView> Rounds, IReadOnlyList<CausalEntry> Log);
