using System.Collections.Immutable;
using SimXir.Experiments;

namespace SimXir.Grid;

/// <summary>Where a sweep stands now.</summary>
/// <param name="State">Summed up over its experiments.</param>
/// <param name="Submission">Counts the submissions that found the sweep new or ended.</param>
/// <param name="Experiments">One by one.</param>
/// <param name="Held">Why it is paused or being cancelled, in a sentence; null where it is neither.</param>
[GenerateSerializer, Immutable, Alias("SimXir.SweepStatus")]
public sealed record SweepStatus(
    [property: Id(0)] CellState State,
    [property: Id(1)] int Submission,
    [property: Id(2)] ImmutableArray<ExperimentStatus> Experiments,
    [property: Id(3)] string? Held = null);
