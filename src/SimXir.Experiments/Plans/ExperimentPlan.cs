using System.Collections.Immutable;

namespace SimXir.Experiments;

/// <summary>The rounds of one experiment, parents before children, and its cells.</summary>
public sealed record ExperimentPlan(ExperimentId Id, ImmutableArray<PlannedRound> Rounds, ImmutableArray<PlannedCell> Cells);
