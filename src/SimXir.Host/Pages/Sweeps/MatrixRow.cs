using System.Globalization;
using SimXir.Experiments;

namespace SimXir.Host.Pages;

/// <summary>One treatment in a cell of the grid, summed up over seeds.</summary>
/// <param name="Treatment">Which.</param>
/// <param name="Seeds">Cells.</param>
/// <param name="Counts">How many are in each state.</param>
/// <param name="Progress">0 to 1.</param>
/// <param name="Figure">In percent, with its deviation; null where no cell has one.</param>
/// <param name="Gain">Over baseline, on the seeds that have both; null where none has.</param>
internal sealed record MatrixRow(Treatment Treatment, int Seeds, IReadOnlyList<KeyValuePair<CellState, int>> Counts, double Progress, string? Figure, double? Gain)
{
    public string? GainText => Gain is { } gain ? (gain * 100).ToString("+0.0;-0.0;±0.0", CultureInfo.InvariantCulture) : null;

    /// <summary>A bar of all its cells: those that have ended by their states, the done part of the others, the rest.</summary>
    public IEnumerable<(CellState? State, double Share)> Parts
    {
        get
        {
            var ended = Counts.Where(count => count.Key.HasEnded()).ToArray();
            var going = (Progress * Seeds) - ended.Sum(count => count.Value);
            foreach (var (state, count) in ended) yield return (state, count);
            if (going > 0) yield return (Counts.Any(count => count.Key == CellState.Paused) ? CellState.Paused : CellState.Running, going);
            var rest = Seeds - ended.Sum(count => count.Value) - going;
            if (rest > 1e-6) yield return (null, rest);
        }
    }

    public static MatrixRow Of(Treatment treatment, IReadOnlyList<WatchedExperiment> experiments, Measure measure)
    {
        var cells = experiments.SelectMany(experiment => experiment.Cells).Where(cell => cell.Result.Treatment == treatment).ToArray();
        var figures = cells.Select(cell => measure.OfCell(cell.Result)).OfType<double>().ToArray();
        var gains = treatment == Treatment.Baseline ? [] : experiments.Select(experiment => GainOf(experiment, treatment, measure)).OfType<double>().ToArray();
        return new MatrixRow(
            treatment,
            cells.Length,
            [.. cells.CountBy(cell => cell.Result.State).OrderBy(count => count.Key)],
            cells.Length == 0 ? 0 : cells.Average(cell => cell.Progress),
            TextOf(Estimate.Of(figures)),
            gains.Length == 0 ? null : gains.Average());
    }

    public static string? TextOf(Estimate? estimate) => estimate is not { } figure ? null : figure.Deviation is { } deviation
        ? string.Create(CultureInfo.InvariantCulture, $"{figure.Mean * 100:0.0} ±{deviation * 100:0.0}")
        : string.Create(CultureInfo.InvariantCulture, $"{figure.Mean * 100:0.0}");

    private static double? GainOf(WatchedExperiment experiment, Treatment treatment, Measure measure)
    {
        double? Figure(Treatment which) => experiment.Cells.FirstOrDefault(cell => cell.Result.Treatment == which) is { } cell ? measure.OfCell(cell.Result) : null;
        return Figure(treatment) - Figure(Treatment.Baseline);
    }
}
