using System.Collections.Concurrent;
using System.Collections.Immutable;
using SimXir.Experiments;

namespace SimXir.Store;

/// <summary>A sweep's result from its plan and the rounds' records alone; it needs no grain.</summary>
public sealed class SweepReader(RoundStore rounds)
{
    /// <summary>Requests under way at once.</summary>
    private const int AtOnce = 16;

    /// <param name="plan">The sweep.</param>
    /// <param name="note">What the grid knows of a cell, or null where it knows nothing; leave it out without a grid.</param>
    /// <param name="cancellation">Ends the reading.</param>
    public async Task<SweepResult> ReadAsync(
        SweepPlan plan, Func<ExperimentId, Treatment, CellNote?>? note = null, CancellationToken cancellation = default)
    {
        var records = await RecordsAsync(plan, cancellation);
        ImmutableArray<CellResult> cells =
        [
            .. from experiment in plan.Experiments
               from cell in experiment.Cells
               select CellReader.Read(experiment, cell, records, note?.Invoke(experiment.Id, cell.Treatment) ?? new CellNote()),
        ];
        var ledger = records.Values.Aggregate(new SlotLedger(), (sum, record) => sum + record.Ledger);
        return new SweepResult(plan.Sweep, StateOf(cells.Select(cell => cell.State)), cells, ledger);
    }

    /// <summary>A sweep has ended when every cell has; a diverged cell is a result, a failed one fails the sweep. Some cells may end after a user
    /// has paused or cancelled the others.</summary>
    public static CellState StateOf(IEnumerable<CellState> cells)
    {
        var states = cells.ToHashSet();
        if (states.All(state => state == CellState.Waiting)) return CellState.Waiting;
        if (states.Contains(CellState.Waiting) || states.Contains(CellState.Running)) return CellState.Running;
        if (states.Contains(CellState.Paused)) return CellState.Paused;
        if (states.Contains(CellState.Cancelled)) return CellState.Cancelled;
        return states.Contains(CellState.Failed) ? CellState.Failed : CellState.Completed;
    }

    /// <summary>Each round once, however many experiments share it.</summary>
    private async Task<ImmutableSortedDictionary<string, RoundRecord>> RecordsAsync(SweepPlan plan, CancellationToken cancellation)
    {
        var records = new ConcurrentDictionary<string, RoundRecord>();
        var distinct = plan.Experiments.SelectMany(experiment => experiment.Rounds).DistinctBy(round => round.Key);
        var options = new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellation };
        await Parallel.ForEachAsync(distinct, options, async (round, token) => records[round.Key.Value] = await RecordAsync(round, token));
        return records.ToImmutableSortedDictionary(StringComparer.Ordinal);
    }

    private async Task<RoundRecord> RecordAsync(PlannedRound round, CancellationToken cancellation)
    {
        try
        {
            var manifest = (await rounds.ReadManifestAsync(round.Key, help: false, cancellation))?.Manifest;
            var head = manifest is null ? await rounds.ReadHeadAsync(round.Key, cancellation) : null;
            return new RoundRecord(round, manifest, head, Fault: null);
        }
        catch (CorruptRecordException fault)
        {
            // One bad record must not hide the others; its cell says what is wrong.
            return new RoundRecord(round, Manifest: null, Head: null, fault.Message);
        }
    }
}
