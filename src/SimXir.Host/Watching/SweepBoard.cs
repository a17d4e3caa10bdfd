using SimXir.Experiments;
using SimXir.Store;

namespace SimXir.Host;

/// <summary>One sweep for everyone who watches it: while anyone does, one look after another, and each that found something new is handed to all.</summary>
internal sealed class SweepBoard(SweepPlan plan, IObjectStore store, GridLink grid, TimeProvider time) : IDisposable
{
    /// <summary>Between two looks, at least: half of what a watcher may wait for a change.</summary>
    private static readonly TimeSpan Least = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan Most = TimeSpan.FromSeconds(5);

    /// <summary>After a look it rests this many times as long: somebody who watches thousands of cells costs a fifth of a core at most.</summary>
    private const int Rest = 4;

    private (SweepPlan Plan, IReadOnlyDictionary<RoundKey, (ExperimentPlan Experiment, PlannedRound Round)> Places)? _places;
    private readonly SweepLook _look = new(plan, store, grid);
    private readonly SemaphoreSlim _turn = new(1, 1); // never disposed: it holds nothing of the system, and a late look may still leave it
    private readonly Watchers<SweepSnapshot> _watchers = new();
    private readonly TableLook _tables = new();
    private volatile SweepSnapshot? _newest;
    private long _lookedAt;

    /// <summary>Null before the first look has ended.</summary>
    public SweepSnapshot? Newest => _newest;

    public bool IsWatched => _watchers.Any;

    public SweepPlan Plan => _look.Plan;

    public TableLook Tables => _tables;

    /// <summary>Where each round stands in the plan; one that several experiments share, in the first of them.</summary>
    public IReadOnlyDictionary<RoundKey, (ExperimentPlan Experiment, PlannedRound Round)> Places
    {
        get
        {
            var now = Plan;
            lock (_turn)
            {
                if (_places is not { } known || known.Plan != now) _places = known = (now, PlacesOf(now));
                return known.Places;
            }
        }
    }

    /// <summary>As it stands now, or stood within <paramref name="age"/>.</summary>
    public async Task<SweepSnapshot> NowAsync(TimeSpan age, CancellationToken cancellation)
    {
        if (_newest is { } newest && time.GetElapsedTime(Volatile.Read(ref _lookedAt)) < age) return newest;
        await _turn.WaitAsync(cancellation);
        try
        {
            if (_newest is { } known && time.GetElapsedTime(_lookedAt) < age) return known;
            var next = await _look.AgainAsync(_newest, cancellation);
            var isNew = next != _newest;
            _newest = next;
            Volatile.Write(ref _lookedAt, time.GetTimestamp());
            if (isNew) _watchers.Tell(next);
            return next;
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Tells of each change until disposed.</summary>
    public IDisposable Watch(Action<SweepSnapshot> tell) => _watchers.Add(tell, LookOnAsync);

    public void Dispose() => _watchers.Dispose();

    private static Dictionary<RoundKey, (ExperimentPlan Experiment, PlannedRound Round)> PlacesOf(SweepPlan plan)
    {
        var places = new Dictionary<RoundKey, (ExperimentPlan Experiment, PlannedRound Round)>();
        foreach (var experiment in plan.Experiments)
        {
            foreach (var round in experiment.Rounds) places.TryAdd(round.Key, (experiment, round));
        }
        return places;
    }

    private async Task LookOnAsync(CancellationToken nobody)
    {
        while (!nobody.IsCancellationRequested)
        {
            var began = time.GetTimestamp();
            try
            {
                await NowAsync(TimeSpan.Zero, nobody);
            }
            catch (Exception fault) when (fault is StoreException or CorruptRecordException or OperationCanceledException || GridAwayException.Is(fault))
            {
                // the next look asks again; what was seen last stays on the screen
            }
            var pause = time.GetElapsedTime(began) * Rest;
            await Task.Delay(pause < Least ? Least : pause > Most ? Most : pause, time, nobody).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
