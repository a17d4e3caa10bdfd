namespace SimXir.Experiments;

/// <summary>Where an experiment stands, by what its store holds.</summary>
/// <param name="Id">Which.</param>
/// <param name="State">Summed up over its rounds.</param>
/// <param name="RoundsDone">Rounds with a result.</param>
/// <param name="Rounds">All its rounds.</param>
/// <param name="Open">The first round without a result, and how far its newest checkpoint is.</param>
public sealed record StoredExperiment(ExperimentId Id, CellState State, int RoundsDone, int Rounds, string? Open);
