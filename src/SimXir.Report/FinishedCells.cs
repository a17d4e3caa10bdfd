using System.Globalization;
using SimXir.Experiments;

namespace SimXir.Report;

/// <summary>Whether a sweep has anything to report.</summary>
public static class FinishedCells
{
    /// <summary>What to tell where no cell is completed; null where one is.</summary>
    public static string? FaultOf(SweepResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        if (result.Cells.Any(cell => cell.State == CellState.Completed)) return null;
        var states = result.Cells.GroupBy(cell => cell.State).OrderBy(state => state.Key)
            .Select(state => string.Create(CultureInfo.InvariantCulture, $"{state.Count()} {state.Key.ToString().ToLowerInvariant()}"));
        return $"sweep '{result.Sweep}' has no completed cell yet ({string.Join(", ", states)}), so it has no figure; 'simxir why {result.Sweep}' tells where it stands";
    }
}
