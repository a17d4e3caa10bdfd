namespace SimXir.Experiments;

/// <summary>What follows from a state.</summary>
public static class CellStates
{
    /// <summary>Whether nothing more happens to it unless a user asks.</summary>
    public static bool HasEnded(this CellState state) => state is CellState.Completed or CellState.Diverged or CellState.Failed or CellState.Cancelled;
}
