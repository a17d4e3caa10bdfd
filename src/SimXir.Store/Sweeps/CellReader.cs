using System.Collections.Immutable;
using System.Globalization;
using SimXir.Experiments;

namespace SimXir.Store;

/// <summary>One cell's result from the records of the rounds that lead to it.</summary>
internal static class CellReader
{
    public static CellResult Read(
        ExperimentPlan experiment, PlannedCell cell, ImmutableSortedDictionary<string, RoundRecord> records, CellNote note)
    {
        var chain = ChainTo(cell.Evaluation, records).ToList();
        var judged = records[cell.Evaluation.Value].Manifest;
        var diverged = chain.Find(record => record.Manifest?.Outcome == StopReason.Diverged);
        var state = StateOf(chain, judged, diverged is not null, note);
        return new CellResult
        {
            Dataset = experiment.Id.Dataset,
            Method = experiment.Id.Method,
            Seed = experiment.Id.Seed,
            Treatment = cell.Treatment,
            State = state,
            Knn = judged?.Evaluation?.Knn,
            Linear = judged?.Evaluation?.Linear,
            FeatureSpread = judged?.Evaluation?.FeatureSpread,
            Weights = WeightsOf(records[cell.Encoder.Value].Manifest),
            Attempts = chain.Max(record => record.Attempts),
            Cached = note.Cached,
            Reason = state switch
            {
                CellState.Failed => note.Failure,
                CellState.Diverged => Describe(diverged!),
                CellState.Completed => null,
                CellState.Paused or CellState.Cancelled => note.HoldReason,
                _ => chain.Find(record => record.Fault is not null)?.Fault,
            },
        };
    }

    private static CellState StateOf(List<RoundRecord> chain, RoundManifest? judged, bool diverged, CellNote note)
    {
        if (diverged) return CellState.Diverged;
        if (judged is not null) return CellState.Completed;
        if (note.Failure is not null) return CellState.Failed;
        if (note.Hold is { } held) return held;
        return chain.Exists(record => record.HasStarted) ? CellState.Running : CellState.Waiting;
    }

    /// <summary>A round and all that it rests on, as far as the plan holds them.</summary>
    private static IEnumerable<RoundRecord> ChainTo(RoundKey last, ImmutableSortedDictionary<string, RoundRecord> records)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var waiting = new Queue<RoundKey>([last]);
        while (waiting.TryDequeue(out var key))
        {
            if (!seen.Add(key.Value) || !records.TryGetValue(key.Value, out var record)) continue;
            yield return record;
            foreach (var parent in record.Round.Recipe.Parents) waiting.Enqueue(parent);
        }
    }

    private static string? WeightsOf(RoundManifest? encoder) =>
        encoder is not null && encoder.Parts.TryGetValue("weights", out var part) ? $"sha256:{part.Sha256}" : null;

    private static string Describe(RoundRecord diverged) => diverged.Manifest!.Training is { } training
        ? string.Create(CultureInfo.InvariantCulture, $"{diverged.Round.Title} diverged: its loss was {training.Loss} after {training.Steps} steps")
        : $"{diverged.Round.Title} diverged: its loss was infinite or not a number";
}
