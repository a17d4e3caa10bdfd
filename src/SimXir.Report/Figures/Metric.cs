using SimXir.Experiments;

namespace SimXir.Report;

/// <summary>One column of a table: a figure that a judged cell may have.</summary>
/// <param name="Header">Such as <c>k=5</c>.</param>
/// <param name="Name">Its column in CSV, such as <c>knn_cosine_5</c>.</param>
/// <param name="Read">The figure; null where the cell has none.</param>
internal sealed record Metric(string Header, string Name, Func<CellResult, double?> Read)
{
    /// <summary>The figure of a cell that is completed and has it; what is not finite is no figure.</summary>
    public double? Of(CellResult cell) =>
        cell.State == CellState.Completed && Read(cell) is { } value && double.IsFinite(value) ? value : null;
}
