using SimXir.Experiments;
using SimXir.Grid;
using SimXir.Store;

namespace SimXir.Host;

/// <summary>The pool for everyone who watches it: its slots, and who waits for one.</summary>
internal sealed class PoolBoard(IObjectStore store, GridLink grid, SweepBoards sweeps, TimeProvider time) : IDisposable
{
    private static readonly TimeSpan Every = TimeSpan.FromMilliseconds(250);
    private readonly Watchers<PoolStatus> _watchers = new();
    private readonly GrainRecords _grains = new(store);
    private readonly RoundStore _rounds = new(store);

    /// <summary>Tells again and again until disposed; more often than anything changes.</summary>
    public IDisposable Watch(Action<PoolStatus> tell) => _watchers.Add(tell, LookOnAsync);

    public void Dispose() => _watchers.Dispose();

    /// <exception cref="GridAwayException">Nobody answers.</exception>
    public async Task<PoolStatus> NowAsync(CancellationToken cancellation)
    {
        try
        {
            return await grid.Grains.GetGrain<IGpuPoolGrain>(IGpuPoolGrain.Default).GetStatus().WaitAsync(cancellation);
        }
        catch (Exception fault) when (GridAwayException.Is(fault))
        {
            throw new GridAwayException("the pool does not answer just now; ask again in a moment", fault);
        }
    }

    /// <summary>All slots, those in quarantine among them, by their names.</summary>
    public async Task<IReadOnlyList<WorkerView>> WorkersAsync(PoolStatus pool, CancellationToken cancellation)
    {
        var ids = pool.Slots.Select(slot => slot.Worker).Concat(pool.Served.Select(served => served.Worker)).Concat(pool.Quarantined.Select(slot => slot.Worker)).Distinct();
        var views = await Task.WhenAll(ids.Select(id => WorkerAsync(pool, id, cancellation)));
        return [.. views.OrderBy(view => view.Id, StringComparer.Ordinal)];
    }

    /// <summary>A part of the line, each with why it waits.</summary>
    public async Task<Page<QueueEntry>> QueueAsync(PoolStatus pool, int skip, int take, CancellationToken cancellation)
    {
        var answer = new RoundAnswer(new PoolRecord(time.GetUtcNow(), pool.Waiting.Length, pool), time.GetUtcNow());
        var part = pool.Waiting.Skip(skip).Take(Math.Min(take, Page<QueueEntry>.Most)).ToArray();
        var entries = await Task.WhenAll(part.Select((round, at) => EntryAsync(answer, round, skip + at, cancellation)));
        return new Page<QueueEntry>(pool.Waiting.Length, skip, entries);
    }

    private async Task<QueueEntry> EntryAsync(RoundAnswer answer, WaitingRound waiting, int place, CancellationToken cancellation)
    {
        var (experiment, round) = await PlaceAsync(waiting.Sweep, waiting.Key, cancellation);
        var reason = "waits for a slot";
        if (round is not null)
        {
            var facts = new RoundFacts(
                round, new RoundEntry(RoundStatus.Waiting), await _grains.RoundAsync(waiting.Key, cancellation), (await _rounds.ReadHeadAsync(waiting.Key, cancellation))?.Checkpoint, []);
            var text = answer.Of(facts, hold: null, driven: true);
            reason = text[(text.IndexOf("]: ", StringComparison.Ordinal) + 3)..];
        }
        return new QueueEntry(place, waiting.Key, waiting.Sweep, experiment, round?.Title, waiting.Service.Priority, waiting.Service.Weight, reason);
    }

    private async Task<WorkerView> WorkerAsync(PoolStatus pool, WorkerId id, CancellationToken cancellation)
    {
        var served = pool.Served.FirstOrDefault(served => served.Worker == id)?.Round;
        var (experiment, round) = served is null ? (null, null) : await PlaceAsync(served.Sweep, served.Key, cancellation);
        var look = await LookAsync(id, cancellation);
        return new WorkerView(
            id.ToString(),
            id.Silo,
            id.Device,
            pool.Slots.FirstOrDefault(slot => slot.Worker == id)?.MemoryGiB,
            look?.Threads,
            look?.Draining ?? false,
            pool.Quarantined.FirstOrDefault(slot => slot.Worker == id)?.Reason,
            served?.Sweep,
            served?.Key,
            round?.Title,
            experiment,
            look?.Progress);
    }

    private async Task<WorkerStatus?> LookAsync(WorkerId id, CancellationToken cancellation)
    {
        try
        {
            return await grid.Grains.GetGrain<IGpuWorkerGrain>(id.ToString()).Look().WaitAsync(cancellation);
        }
        catch (Exception fault) when (GridAwayException.Is(fault))
        {
            return null; // it has just gone; the pool forgets it within a minute
        }
    }

    private async Task<(ExperimentId? Experiment, PlannedRound? Round)> PlaceAsync(SweepId sweep, RoundKey key, CancellationToken cancellation)
    {
        try
        {
            var board = await sweeps.BoardAsync(sweep, cancellation);
            return board.Places.TryGetValue(key, out var place) ? (place.Experiment.Id, place.Round) : (null, null);
        }
        catch (Exception fault) when (fault is StoreException or CorruptRecordException)
        {
            return (null, null); // whoever looks at the sweep itself is told why
        }
    }

    private async Task LookOnAsync(CancellationToken nobody)
    {
        while (!nobody.IsCancellationRequested)
        {
            try
            {
                _watchers.Tell(await NowAsync(nobody));
            }
            catch (Exception fault) when (fault is GridAwayException or OperationCanceledException)
            {
                // the next look asks again
            }
            await Task.Delay(Every, time, nobody).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
