using SimXir.Experiments;
using SimXir.Grid;

namespace SimXir.Host.Pages;

/// <summary>One sign a state, so that nobody has to tell colours apart.</summary>
internal static class Signs
{
    public static string Of(CellState state) => state switch
    {
        CellState.Completed => "✓",
        CellState.Running => "▶",
        CellState.Failed => "✕",
        CellState.Diverged => "∞",
        CellState.Paused => "‖",
        CellState.Cancelled => "⊘",
        _ => "○",
    };

    /// <summary>The same signs and colours for rounds.</summary>
    public static CellState StateOf(RoundStatus status) => status switch
    {
        RoundStatus.Completed => CellState.Completed,
        RoundStatus.Leased => CellState.Running,
        RoundStatus.Failed => CellState.Failed,
        RoundStatus.Diverged => CellState.Diverged,
        _ => CellState.Waiting,
    };
}
