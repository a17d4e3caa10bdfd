using System.Collections.Immutable;
using SimXir.Experiments;

namespace SimXir.Grid;

/// <summary>Where a sweep stands now.</summary>
[GenerateSerializer, Immutable, Alias("SimXir.SweepStatus")]
public sealed record SweepStatus(
    [property: Id(0)] CellState State,
    [property: Id(1)] int Submission,
    [property: Id(2)] ImmutableArray<ExperimentStatus> Experiments);
