using System.Collections.Immutable;
using SimXir.Experiments;

namespace SimXir.Grid;

/// <summary>Where an experiment stands now.</summary>
/// <param name="Id">Which.</param>
/// <param name="State">Summed up over its rounds.</param>
/// <param name="RoundsDone">Rounds that have ended.</param>
/// <param name="Rounds">All its rounds.</param>
/// <param name="Active">The rounds that run or wait for a slot.</param>
/// <param name="SlotSeconds">For how long its rounds have held slots, those apart that this submission found done.</param>
[GenerateSerializer, Immutable, Alias("SimXir.ExperimentStatus")]
public sealed record ExperimentStatus(
    [property: Id(0)] ExperimentId Id,
    [property: Id(1)] CellState State,
    [property: Id(2)] int RoundsDone,
    [property: Id(3)] int Rounds,
    [property: Id(4)] ImmutableArray<ActiveRound> Active,
    [property: Id(5)] double SlotSeconds = 0);
