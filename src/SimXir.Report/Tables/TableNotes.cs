using System.Collections.Immutable;
using System.Globalization;
using SimXir.Experiments;

namespace SimXir.Report;

/// <summary>What stands above and below the figures, one sentence a line.</summary>
internal static class TableNotes
{
    /// <summary>The sweep's name and state, and how many of its cells are in which.</summary>
    public static string Title(SweepResult result)
    {
        var completed = result.Cells.Count(cell => cell.State == CellState.Completed);
        var others = result.Cells.Where(cell => cell.State != CellState.Completed)
            .GroupBy(cell => cell.State)
            .OrderBy(state => state.Key)
            .Select(state => string.Create(CultureInfo.InvariantCulture, $", {state.Count()} {state.Key.ToString().ToLowerInvariant()}"));
        return string.Create(
            CultureInfo.InvariantCulture,
            $"sweep {result.Sweep}: {result.State}, {completed} of {result.Cells.Length} cells completed{string.Concat(others)}");
    }

    /// <summary>How to read signs, gains and means.</summary>
    public static ImmutableArray<string> Legend(SweepResult result)
    {
        var treatments = result.Cells.Select(cell => cell.Treatment).Distinct().Order().ToList();
        var tuned = treatments.Where(treatment => treatment != Treatment.Baseline).Select(Mark.Legend).ToList();
        var several = result.Cells.Select(cell => cell.Seed).Distinct().Skip(1).Any();
        var reading = new List<string>();
        if (tuned.Count > 0 && treatments.Contains(Treatment.Baseline))
            reading.Add($"gains are points over baseline{(several ? ", paired by seed" : "")}");
        if (several) reading.Add("± is the standard deviation over n seeds");
        return [.. new[] { string.Join(", ", tuned), string.Join("; ", reading) }.Where(line => line.Length > 0)];
    }

    /// <summary>Which cells the means leave out, which encoders have collapsed, what was cached, and where the time went.</summary>
    public static ImmutableArray<string> Below(SweepResult result, bool hasLedger = true)
    {
        var notes = ImmutableArray.CreateBuilder<string>();
        if (result.Cells.Any(cell => cell.State != CellState.Completed)) notes.Add("Means are over completed cells alone.");
        notes.AddRange(result.Cells.Where(cell => cell.State is CellState.Failed or CellState.Diverged).Select(Ended));
        if (result.Cells.FirstOrDefault(cell => cell is { State: CellState.Paused or CellState.Cancelled, Reason: not null }) is { } held)
            notes.Add($"{held.State}: {OneLine(held.Reason!)}.");
        notes.AddRange(result.Cells.Where(cell => cell.Collapsed == true).Select(Collapsed));
        var cached = result.Cells.Count(cell => cell.Cached);
        notes.Add(string.Create(CultureInfo.InvariantCulture, $"{cached} of {result.Cells.Length} cells were cached."));
        if (hasLedger) notes.Add(LedgerLine.Of(result.Ledger));
        return notes.ToImmutable();
    }

    private static string Ended(CellResult cell) =>
        Name(cell) + cell.State.ToString().ToLowerInvariant() + (cell.Reason is { } reason ? $": {OneLine(reason)}" : ".");

    private static string Collapsed(CellResult cell) => string.Create(
        CultureInfo.InvariantCulture,
        $"! {Name(cell)}collapsed: its feature spread {cell.FeatureSpread:F3} is below {CellResult.CollapseThreshold}, so its figures say little.");

    private static string Name(CellResult cell) =>
        string.Create(CultureInfo.InvariantCulture, $"{cell.Dataset} {cell.Method} seed {cell.Seed} {SpecWords.Of(cell.Treatment)} ");

    private static string OneLine(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
