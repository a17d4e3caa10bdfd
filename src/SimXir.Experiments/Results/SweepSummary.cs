namespace SimXir.Experiments;

/// <summary>One line of <c>simxir list</c>.</summary>
public sealed record SweepSummary(SweepId Sweep, CellState State, int CellsDone, int Cells);
