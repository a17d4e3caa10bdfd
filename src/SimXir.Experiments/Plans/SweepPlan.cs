using System.Collections.Immutable;

namespace SimXir.Experiments;

/// <summary>A spec expanded: every experiment with its rounds and cells.</summary>
public sealed record SweepPlan(SweepId Sweep, SweepSpec Spec, ImmutableArray<ExperimentPlan> Experiments);
