using SimXir.Experiments;

namespace SimXir.Grid;

/// <summary>A submitted spec.</summary>
/// <param name="Sweep">Its name.</param>
/// <param name="Reply">What became of it.</param>
/// <param name="Experiments">Of the plan.</param>
/// <param name="Cells">Of the plan.</param>
[GenerateSerializer, Immutable, Alias("SimXir.Submission")]
public sealed record Submission([property: Id(0)] SweepId Sweep, [property: Id(1)] SubmitReply Reply, [property: Id(2)] int Experiments, [property: Id(3)] int Cells);
