using System.Collections.Concurrent;
using SimXir.Experiments;
using SimXir.Store;

namespace SimXir.Host;

/// <summary>The sweeps of a store, each looked at once for all who watch it.</summary>
internal sealed class SweepBoards(IObjectStore store, GridLink grid, TimeProvider time) : IDisposable
{
    /// <summary>Sweeps that nobody watches and whose cells are kept in memory nevertheless; of the others the summary is.</summary>
    public const int Kept = 16;
    private const int AtOnce = 8;

    /// <summary>What an answer may be old where nobody watches.</summary>
    private static readonly TimeSpan Fresh = TimeSpan.FromMilliseconds(250);
    private readonly SweepStore _sweeps = new(store);
    private readonly StoreReading _reading = new(store);
    private readonly ConcurrentDictionary<SweepId, SweepBoard> _boards = new();
    private readonly ConcurrentDictionary<SweepId, SweepSummary> _ended = new();
    private readonly ConcurrentQueue<SweepId> _order = new();

    /// <exception cref="StoreException">There is no such sweep.</exception>
    public async Task<SweepBoard> BoardAsync(SweepId sweep, CancellationToken cancellation)
    {
        if (_boards.TryGetValue(sweep, out var known)) return known;
        var plan = await _reading.PlanAsync(sweep, cancellation);
        var made = new SweepBoard(plan, store, grid, time);
        var board = _boards.GetOrAdd(sweep, made);
        if (board == made) _order.Enqueue(sweep);
        else made.Dispose();
        Trim();
        return board;
    }

    /// <exception cref="StoreException">There is no such sweep.</exception>
    public async Task<SweepSnapshot> NowAsync(SweepId sweep, CancellationToken cancellation) =>
        await (await BoardAsync(sweep, cancellation)).NowAsync(Fresh, cancellation);

    public async Task<IReadOnlyList<SweepSummary>> ListAsync(CancellationToken cancellation)
    {
        var sweeps = await _sweeps.ListAsync(cancellation);
        var list = new SweepSummary?[sweeps.Length];
        var options = new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellation };
        await Parallel.ForEachAsync(Enumerable.Range(0, sweeps.Length), options, async (at, token) => list[at] = await SummaryAsync(sweeps[at], token));
        return [.. list.OfType<SweepSummary>()];
    }

    /// <summary>Sweeps that some process has begun and none has ended.</summary>
    public async Task<IReadOnlyList<SweepId>> UnfinishedAsync(CancellationToken cancellation)
    {
        var unfinished = new List<SweepId>();
        foreach (var sweep in await _sweeps.ListAsync(cancellation))
        {
            if (!await IsEndedAsync(sweep, cancellation)) unfinished.Add(sweep);
        }
        return unfinished;
    }

    public void Dispose()
    {
        foreach (var board in _boards.Values) board.Dispose();
    }

    /// <summary>An ended sweep is looked at anew only where it may have been submitted again.</summary>
    private async ValueTask<SweepSummary?> SummaryAsync(SweepId sweep, CancellationToken cancellation)
    {
        if (_ended.TryGetValue(sweep, out var ended) && await IsEndedAsync(sweep, cancellation)) return ended;
        try
        {
            var summary = (await NowAsync(sweep, cancellation)).Summary;
            if (summary.State.HasEnded()) _ended[sweep] = summary;
            return summary;
        }
        catch (Exception fault) when (fault is StoreException { IsInput: true } or CorruptRecordException)
        {
            return null; // deleted meanwhile, or not readable: 'status' says why
        }
    }

    private async Task<bool> IsEndedAsync(SweepId sweep, CancellationToken cancellation) =>
        (await new Grid.GrainRecords(store).SweepAsync(sweep, cancellation))?.State.HasEnded() == true;

    private void Trim()
    {
        for (var looks = _order.Count; looks > 0 && _boards.Count > Kept && _order.TryDequeue(out var oldest); looks--)
        {
            if (_boards.TryGetValue(oldest, out var board) && !board.IsWatched)
            {
                if (_boards.TryRemove(oldest, out _)) board.Dispose();
            }
            else
            {
                _order.Enqueue(oldest);
            }
        }
    }
}
