using SimXir.Experiments;
using SimXir.Grid;
using SimXir.Store;

namespace SimXir.Host;

/// <summary>All that people and programs can see of a grid and ask of it: the HTTP API and the web pages are two ways to it.</summary>
/// <param name="store">The grid's store.</param>
/// <param name="grid">The way to its grains.</param>
/// <param name="time">For ages and stamps.</param>
/// <param name="only">The one sweep that this process drives; null: whatever is submitted.</param>
public sealed class GridDesk(IObjectStore store, GridLink grid, TimeProvider time, SweepId? only = null) : IDisposable
{
    private readonly SweepBoards _boards = new(store, grid, time);
    private readonly StoreReading _reading = new(store);
    private readonly LedgerLook _ledgers = new(store, time);
    private readonly CurveLook _curves = new(store);
    private readonly RoundLook _rounds = new(store, grid, time);
    private PoolBoard? _pool;

    public string Description => store.Description;

    private PoolBoard Pool => LazyInitializer.EnsureInitialized(ref _pool, () => new PoolBoard(store, grid, _boards, time));

    public Task<IReadOnlyList<SweepSummary>> ListAsync(CancellationToken cancellation) => _boards.ListAsync(cancellation);

    /// <exception cref="StoreException">There is no such sweep.</exception>
    public Task<SweepSnapshot> SweepAsync(SweepId sweep, CancellationToken cancellation) => _boards.NowAsync(sweep, cancellation);

    /// <exception cref="StoreException">There is no such sweep.</exception>
    public Task<StoredStatus> StatusAsync(SweepId sweep, CancellationToken cancellation) => _reading.StatusAsync(sweep, cancellation);

    /// <summary>What its grains say; what they wrote down where they do not answer.</summary>
    /// <exception cref="StoreException">There is no such sweep.</exception>
    public async Task<SweepStatus> LookAsync(SweepId sweep, CancellationToken cancellation)
    {
        await _boards.BoardAsync(sweep, cancellation);
        try
        {
            return await grid.Grains.GetGrain<ISweepGrain>(sweep.Value).GetStatus().WaitAsync(cancellation);
        }
        catch (Exception fault) when (GridAwayException.Is(fault))
        {
            return (await _reading.LookAsync(sweep, cancellation))!;
        }
    }

    /// <exception cref="StoreException">There is no such sweep.</exception>
    public async Task<SweepPlan> PlanAsync(SweepId sweep, CancellationToken cancellation) => (await _boards.BoardAsync(sweep, cancellation)).Plan;

    /// <summary>What is known without looking: null before the first look has ended.</summary>
    /// <exception cref="StoreException">There is no such sweep.</exception>
    public async Task<SweepSnapshot?> NewestAsync(SweepId sweep, CancellationToken cancellation) => (await _boards.BoardAsync(sweep, cancellation)).Newest;

    /// <summary>Tells of each change until disposed.</summary>
    public async Task<IDisposable> WatchAsync(SweepId sweep, Action<SweepSnapshot> tell, CancellationToken cancellation) =>
        (await _boards.BoardAsync(sweep, cancellation)).Watch(tell);

    public IDisposable WatchPool(Action<PoolStatus> tell) => Pool.Watch(tell);

    public Task<PoolStatus> PoolAsync(CancellationToken cancellation) => Pool.NowAsync(cancellation);

    public Task<IReadOnlyList<WorkerView>> WorkersAsync(PoolStatus pool, CancellationToken cancellation) => Pool.WorkersAsync(pool, cancellation);

    public Task<Page<QueueEntry>> QueueAsync(PoolStatus pool, int skip, int take, CancellationToken cancellation) => Pool.QueueAsync(pool, skip, take, cancellation);

    /// <exception cref="StoreException">There is no such sweep.</exception>
    public async Task<Page<WatchedCell>> CellsAsync(SweepId sweep, CellFilter filter, int skip, int take, CancellationToken cancellation)
    {
        var cells = (await SweepAsync(sweep, cancellation)).Cells.Where(filter.Has).ToArray();
        return new Page<WatchedCell>(cells.Length, skip, [.. cells.Skip(skip).Take(Math.Min(take, Page<WatchedCell>.Most))]);
    }

    /// <exception cref="StoreException">There is no such experiment.</exception>
    public async Task<ExperimentView> ExperimentAsync(ExperimentId id, CancellationToken cancellation)
    {
        var sweep = await SweepAsync(id.Sweep, cancellation);
        return await _rounds.LookAsync(sweep.Find(id.Dataset, id.Method, id.Seed) ?? throw CausalStory.Unknown(sweep.Plan, id.ToString()), cancellation);
    }

    public Task<IReadOnlyList<Curve>> CurvesAsync(RoundKey round, int points, CancellationToken cancellation) => _curves.ReadAsync(round, points, cancellation);

    /// <exception cref="StoreException">There is no such thing.</exception>
    public async Task<WhyView> WhyAsync(CellAddress address, CancellationToken cancellation) =>
        new(await _reading.AnswerAsync(address, cancellation), await _reading.WhyAsync(address, cancellation));

    /// <summary>The same of a whole sweep, with the newest lines of its log alone.</summary>
    /// <exception cref="StoreException">There is no such sweep.</exception>
    public async Task<WhyView> NewsAsync(SweepId sweep, CancellationToken cancellation) => await new SweepNews(store).TellAsync(await SweepAsync(sweep, cancellation), cancellation);

    /// <exception cref="StoreException">There is no such sweep.</exception>
    public Task<LedgerView> LedgerAsync(SweepId sweep, CancellationToken cancellation) => LedgerAsync(sweep, tell: null, cancellation);

    /// <summary>The same; whoever shows it is told how far it is.</summary>
    /// <exception cref="StoreException">There is no such sweep.</exception>
    public async Task<LedgerView> LedgerAsync(SweepId sweep, Action<LedgerProgress>? tell, CancellationToken cancellation) =>
        await _ledgers.LookAsync((await _boards.BoardAsync(sweep, cancellation)).Plan, tell, cancellation);

    /// <exception cref="StoreException">There is no such sweep.</exception>
    public async Task<SweepResult> ResultAsync(SweepId sweep, CancellationToken cancellation) =>
        (await SweepAsync(sweep, cancellation)).ToResult((await LedgerAsync(sweep, cancellation)).Ledger);

    /// <summary>Its figures as tables, without its ledger; null where they have not been written yet, which takes a second at ten thousand cells.</summary>
    /// <exception cref="StoreException">There is no such sweep.</exception>
    public async Task<string?> WrittenTablesAsync(SweepSnapshot now, CancellationToken cancellation) => (await _boards.BoardAsync(now.Sweep, cancellation)).Tables.Find(now);

    /// <exception cref="StoreException">There is no such sweep.</exception>
    public async Task<string> TablesAsync(SweepSnapshot now, CancellationToken cancellation) =>
        await (await _boards.BoardAsync(now.Sweep, cancellation)).Tables.WriteAsync(now, cancellation);

    /// <summary>Looks at what has not ended before anybody asks, so that nobody waits for the first look at thousands of records.</summary>
    public async Task WarmAsync(CancellationToken cancellation)
    {
        try
        {
            foreach (var sweep in (await _boards.UnfinishedAsync(cancellation)).Take(SweepBoards.Kept))
            {
                await TablesAsync(await SweepAsync(sweep, cancellation), cancellation);
                await LedgerAsync(sweep, cancellation);
            }
        }
        catch (Exception fault) when (fault is StoreException or CorruptRecordException or OperationCanceledException)
        {
            // whoever asks looks himself, and is told what is wrong
        }
    }

    /// <summary>Pauses, resumes or cancels.</summary>
    /// <exception cref="ClusterException">It cannot be, and why.</exception>
    public async Task<ControlReply> OrderAsync(SweepId sweep, SweepOrder order) =>
        StoreAnswers.ValueOf(await AskAsync(grains => grains.GetGrain<IControlGrain>(0).Order(sweep, order)));

    /// <exception cref="ClusterException">It cannot be, and why.</exception>
    public async Task<PriorityReply> ServeAsync(SweepId sweep, ServiceWish wanted) =>
        StoreAnswers.ValueOf(await AskAsync(grains => grains.GetGrain<IControlGrain>(0).Serve(sweep, wanted)));

    /// <summary>Submits a spec.</summary>
    /// <exception cref="ClusterException">It cannot be: what is wrong with it, or why its data cannot be had.</exception>
    public async Task<Submission> SubmitAsync(string yaml, string source)
    {
        var loaded = SpecSource.Loaded(yaml, source);
        if (only is { } own && loaded.Spec.Name != own)
            throw new ClusterException($"this process runs sweep '{own}' and nothing else; start 'simxir run' for '{loaded.Spec.Name}', or submit it to a cluster");
        return StoreAnswers.ValueOf(await AskAsync(grains => grains.GetGrain<ISubmissionGrain>(0).Submit(yaml, source)));
    }

    /// <summary>Submits a sweep again: what failed or was cancelled is tried again, what is done is served.</summary>
    /// <exception cref="ClusterException">It cannot be, and why.</exception>
    public async Task<Submission> RetryAsync(SweepId sweep, CancellationToken cancellation) =>
        await SubmitAsync(await new SweepStore(store).ReadSpecAsync(sweep, cancellation) ?? throw new ClusterException($"the spec of sweep '{sweep}' is not in the store"), sweep.Value);

    public void Dispose()
    {
        _pool?.Dispose();
        _boards.Dispose();
    }

    private async Task<T> AskAsync<T>(Func<IGrainFactory, Task<T>> ask)
    {
        try
        {
            return await ask(grid.Grains);
        }
        catch (Exception fault) when (GridAwayException.Is(fault))
        {
            throw new GridAwayException("the grid does not answer just now; ask again in a moment", fault);
        }
    }
}
