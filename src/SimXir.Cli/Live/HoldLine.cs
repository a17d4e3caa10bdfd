using SimXir.Experiments;
using SimXir.Grid;

namespace SimXir.Cli;

/// <summary>What holds a sweep back, as one line.</summary>
public static class HoldLine
{
    /// <summary>Null where nothing does.</summary>
    public static string? Of(SweepStatus status) => (status.Held, status.State) switch
    {
        (null, _) => null,
        (var why, CellState.Paused) => $"Paused: {why}; {HoldWords.CureOf(why, status.Experiments[0].Id.Sweep.Value)}.",
        var (why, _) => $"Cancelled: {why}.",
    };
}
