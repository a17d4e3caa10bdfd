using System.Collections.Immutable;
using SimXir.Experiments;
using SimXir.Grid;
using SimXir.Store;

namespace SimXir.Host;

/// <summary>Looks at one sweep again and again, each time reading the records of those experiments alone that have moved.</summary>
/// <remarks>Where a sweep has ten thousand cells, one look at all records takes seconds; a look that finds little moved takes milliseconds.</remarks>
internal sealed class SweepLook(SweepPlan first, IObjectStore store, GridLink grid)
{
    private const int AtOnce = 16;
    private readonly RoundStore _rounds = new(store);
    private readonly SweepStore _sweeps = new(store);
    private readonly GrainRecords _grains = new(store);
    private readonly StoreReading _reading = new(store);
    private volatile SweepPlan _plan = first;
    private int _submission = -1;
    private SweepHold? _hold;

    /// <summary>As it was looked at last: a sweep may add seeds while it runs.</summary>
    public SweepPlan Plan => _plan;

    /// <param name="before">The look before; null for the first.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The same object where nothing has moved.</returns>
    public async Task<SweepSnapshot> AgainAsync(SweepSnapshot? before, CancellationToken cancellation)
    {
        var plan = _plan;
        var status = await StatusAsync(plan.Sweep, cancellation);
        if (status.Experiments.Length > 0 && status.Experiments.Length != plan.Experiments.Length) (_plan, before) = (plan = await _reading.PlanAsync(plan.Sweep, cancellation), null);
        var state = await _grains.SweepAsync(plan.Sweep, cancellation);
        var hold = SweepHold.Of(state, await _sweeps.ReadWishAsync(plan.Sweep, cancellation));
        var isOther = status.Submission != _submission || hold != _hold;
        var moved = await ExperimentsAsync(plan, isOther ? null : before, status, hold, cancellation);
        (_submission, _hold) = (status.Submission, hold);
        var service = state?.Service ?? plan.Spec.Service;
        if (before is not null && moved is null && service == before.Service) return before;
        var experiments = moved ?? before!.Experiments;
        var now = SweepReader.StateOf(experiments.SelectMany(experiment => experiment.Cells).Select(cell => cell.Result.State));
        return new SweepSnapshot
        {
            Plan = plan,
            State = now,
            Held = now.HasEnded() && now != CellState.Cancelled ? null : hold?.Why,
            Service = service,
            SubmittedAt = state?.SubmittedAt,
            Experiments = experiments,
        };
    }

    /// <summary>From the grains; from their records where no grain can say.</summary>
    private async Task<SweepStatus> StatusAsync(SweepId sweep, CancellationToken cancellation)
    {
        try
        {
            return await grid.Grains.GetGrain<ISweepGrain>(sweep.Value).GetStatus().WaitAsync(cancellation);
        }
        catch (Exception fault) when (GridAwayException.Is(fault))
        {
            return (await _reading.LookAsync(sweep, cancellation))!;
        }
    }

    /// <summary>Null where none has moved.</summary>
    private async Task<ImmutableArray<WatchedExperiment>?> ExperimentsAsync(SweepPlan plan, SweepSnapshot? before, SweepStatus status, SweepHold? hold, CancellationToken cancellation)
    {
        var known = status.Experiments.ToDictionary(experiment => experiment.Id);
        var next = before?.Experiments.ToArray() ?? new WatchedExperiment[plan.Experiments.Length];
        var (behind, any) = (new List<int>(), false);
        for (var at = 0; at < next.Length; at++)
        {
            var now = known.GetValueOrDefault(plan.Experiments[at].Id) ?? new ExperimentStatus(plan.Experiments[at].Id, CellState.Waiting, 0, plan.Experiments[at].Rounds.Length, []);
            known[now.Id] = now;
            if (before is null || next[at].IsBehind(now)) behind.Add(at);
            else if (!next[at].IsAt(now)) (next[at], any) = (next[at].At(now), true);
        }
        var options = new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellation };
        await Parallel.ForEachAsync(behind, options, async (at, token) => next[at] = await ReadAsync(plan, plan.Experiments[at], known[plan.Experiments[at].Id], hold, token));
        return any || behind.Count > 0 ? [.. next] : null;
    }

    private async Task<WatchedExperiment> ReadAsync(SweepPlan plan, ExperimentPlan experiment, ExperimentStatus status, SweepHold? hold, CancellationToken cancellation)
    {
        var state = await _grains.ExperimentAsync(experiment.Id, cancellation);
        var result = await new SweepReader(_rounds).ReadAsync(
            plan with { Experiments = [experiment] }, (_, treatment) => CellNotes.Of(experiment, state, hold, treatment), cancellation);
        var cells = experiment.Cells.Select((cell, at) =>
        {
            var path = CellNotes.RoundsOf(experiment, cell.Treatment).Select(round => round.Key).ToHashSet();
            var done = path.Count(key => state?.Rounds.GetValueOrDefault(key) is { HasEnded: true });
            return new WatchedCell(result.Cells[at], 0, null) { Path = new CellPath(path, done) }.At(status);
        });
        // What the grain has not written down yet is read again at the next look.
        var written = state?.Rounds.Values.Count(entry => entry.HasEnded) ?? 0;
        return new WatchedExperiment(experiment, status.State.HasEnded() ? status : status with { RoundsDone = Math.Min(written, status.RoundsDone) }, [.. cells]) { Log = state?.Log ?? [] };
    }
}
