namespace SimXir.Experiments;

/// <summary>What follows from a state.</summary>
public static class CellStates
{
    /// <summary>Whether nothing more happens to it unless a user asks.</summary>
    public static bool HasEnded(this CellState state) => state is CellState.Completed or CellState.Diverged or CellState.Failed or CellState.Cancelled;

    /// <summary>Whether there is a result of it: a divergence is one, a failure or what a user gave up is none.</summary>
    public static bool HasResult(this CellState state) => state is CellState.Completed or CellState.Diverged;
}
