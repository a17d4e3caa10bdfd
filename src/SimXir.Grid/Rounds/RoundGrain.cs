using Microsoft.Extensions.Options;
using SimXir.Experiments;

namespace SimXir.Grid;

/// <inheritdoc cref="IRoundGrain"/>
[GrainType("round")]
public sealed partial class RoundGrain(
    [PersistentState("round")] IPersistentState<RoundState> state,
    CommittedRounds committed,
    SiloWatch silos,
    IOptions<GridOptions> options,
    TimeProvider time,
    ILogger<RoundGrain> log) : Grain, IRoundGrain
{
    private RoundLifecycle _life = null!;
    private RoundProgress? _progress;
    private IGrainTimer? _watch;
    private TimeSpan _offerEvery = options.Value.WatchEvery;
    private string? _trace; // the span of whoever asked last
    private bool _untouched; // no manifest of it stood in the store
    private long _looked; // of the last look after the lease
    private long _renewed; // TimeProvider timestamp of the last sign of life, or of this activation: a lease compares this clock with itself only

    private RoundKey Key => new(this.GetPrimaryKeyString());

    private RoundState State => state.State;

    /// <summary>Nothing has happened to it yet but that it waits in line, which the records of its askers say: they ask again where this grain is lost.</summary>
    private bool IsOnlyAskedFor => !state.RecordExists && State.Status == RoundStatus.Waiting;

    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        _life = new RoundLifecycle(Key, State, time);
        _looked = _renewed = time.GetTimestamp();
        if (State.Status is RoundStatus.Waiting or RoundStatus.Leased) Watch();
        return Task.CompletedTask;
    }

    public async Task<RoundReport> Request(RoundRequest request)
    {
        var changed = _life.Ask(request);
        _trace = GridTrace.Current ?? _trace;
        if (State.Status == RoundStatus.Idle || (request.Fresh && State.Status is RoundStatus.Completed or RoundStatus.Diverged))
            changed |= await Reconcile();
        if (changed && !IsOnlyAskedFor) await state.WriteStateAsync();
        if (State.Status == RoundStatus.Waiting) await WaitInLine();
        return _life.Report(_progress);
    }

    public async Task<RoundReport> Leave(ExperimentId experiment, SweepOrder order)
    {
        if (!_life.Leave(experiment, order)) return _life.Report(_progress);
        await state.WriteStateAsync();
        if (State.Status == RoundStatus.Idle) await StopWatching();
        if (State is { Status: RoundStatus.Leased, Askers.Count: 0, Stop: RoundStop.Cancel })
            GrainFactory.GetGrain<IGpuWorkerGrain>(State.Holder!.Value.ToString()).Cancel(Key.Value, State.Fence).Ignore(); // sooner than its next renewal
        return _life.Report(_progress);
    }

    public async Task<Lease?> Acquire(WorkerId worker)
    {
        if (_life.Grant(worker) is not { } fence) return null;
        await state.WriteStateAsync();
        (_renewed, _progress) = (time.GetTimestamp(), null);
        Watch();
        Pool.Served(_life.Wanted(), worker).Ignore(); // the timer says it again
        Tell();
        GridMeter.LeaseGranted();
        return _life.Lease(options.Value) with { Trace = _trace, Untouched = _untouched && fence == 1 };
    }

    public Task<RenewReply> Renew(long fence, RoundProgress? progress)
    {
        if (!_life.IsHeldBy(fence)) return Task.FromResult(RenewReply.Lost);
        _renewed = time.GetTimestamp();
        if (progress is not null && progress != _progress)
        {
            _progress = progress;
            Tell();
        }
        return Task.FromResult(_life.Answer());
    }

    public async Task<bool> Committed(long fence, Commitment? own)
    {
        if (own is null || own.Fence != fence || !_life.IsHeldBy(fence)) return await TakeOverManifest("by its worker");
        await TakeOver(own, "by its worker");
        return true;
    }

    public async Task Stopped(long fence, AttemptEnd end)
    {
        if (!_life.IsHeldBy(fence)) return;
        _life.End(end, SlotRoster.IsSuspect(end.Reason) && !end.ParentBroken && await Elsewhere(end.Reason));
        Count(end.Reason);
        await Settled(end.ParentBroken);
    }

    public async Task MakeRoom(SweepId other, int priority)
    {
        if (_life.MakeRoom(other, priority)) await state.WriteStateAsync();
    }

    public Task<RoundReport> GetReport() => Task.FromResult(_life.Report(_progress));

    /// <summary>Holds the state against the store: a committed result is served only if all of it is there, byte for byte.</summary>
    private async Task<bool> Reconcile()
    {
        var unknown = !state.RecordExists; // and so asked for the first time, or after its record was lost
        var (manifest, fault) = unknown && !await committed.AnyAsync(Key) ? (null, null) : await committed.VerifyAsync(Key);
        if (manifest is not null)
        {
            if (State.Status is RoundStatus.Completed or RoundStatus.Diverged) return false;
            _life.Complete(Commitment.Of(manifest), "found in the store, verified");
            return true;
        }
        if (fault is not null) LogRebuilt(Key, fault);
        _untouched = fault is null;
        _life.Wait(fault is null ? "no result of it is in the store" : $"{fault}; it is made again");
        return true;
    }

    private async Task<bool> TakeOverManifest(string how)
    {
        if (State.Status is RoundStatus.Completed or RoundStatus.Diverged) return true;
        if (await committed.FindAsync(Key, State.Fence) is not { } manifest) return false;
        await TakeOver(Commitment.Of(manifest), how);
        return true;
    }

    private Task TakeOver(Commitment commitment, string how)
    {
        if (State.Holder is { } holder) Pool.Ended(_life.Wanted(), holder, commitment.Outcome).Ignore(); // only what is told next counts, should it be lost
        _life.Complete(commitment, how);
        GridMeter.RoundEnded(commitment.Outcome);
        return Settled(parentBroken: false);
    }

    /// <summary>Tells the pool of a failure, and asks it whether another worker could try.</summary>
    private async Task<bool> Elsewhere(StopReason reason)
    {
        try
        {
            var (holder, wanted) = (State.Holder!.Value, _life.Wanted());
            return await Pool.Ended(wanted with { Tried = wanted.Tried.Add(holder) }, holder, reason);
        }
        catch (TimeoutException fault)
        {
            LogNotWatched(fault, Key); // the pool will hear of the next failure
            return false;
        }
    }

    private void Count(StopReason reason)
    {
        GridMeter.RoundEnded(reason);
        if (State.Status == RoundStatus.Waiting) GridMeter.RoundRetried(reason);
    }

    private async Task Settled(bool parentBroken)
    {
        State.ReachedStep = Math.Max(State.ReachedStep, _progress?.Step ?? 0);
        _progress = null;
        await state.WriteStateAsync();
        if (State.Status == RoundStatus.Waiting)
        {
            await WaitInLine();
        }
        else
        {
            await StopWatching();
        }
        Tell(parentBroken);
    }

    private Task StopWatching()
    {
        _watch?.Dispose();
        _watch = null;
        return Pool.Withdraw(Key);
    }

    private void Watch()
    {
        var every = State switch
        {
            { Status: RoundStatus.Leased } => options.Value.WatchEvery,
            _ when _life.IsPausing => options.Value.WatchEvery,
            _ => _offerEvery,
        };
        if (_watch is null) _watch = this.RegisterGrainTimer(LookAfterLease, new GrainTimerCreationOptions(every, every) { KeepAlive = true });
        else _watch.Change(every, every);
    }

    private async Task LookAfterLease(CancellationToken cancellation)
    {
        try
        {
            Forgive();
            if (State.Status == RoundStatus.Waiting) await WaitInLine();
            if (State.Status != RoundStatus.Leased) return;
            if (State.Askers.Count > 0) await Pool.Served(_life.Wanted(), State.Holder!.Value);
            var silent = time.GetElapsedTime(_renewed);
            var gone = silos.IsGone(State.Holder!.Value, silent, options.Value);
            if (silent < options.Value.LeaseLength && !gone) return;
            if (await TakeOverManifest("its worker fell silent after committing")) return;
            LogLost(Key, State.Holder!.Value, silent.TotalSeconds);
            _life.End(new AttemptEnd(StopReason.WorkerLost, gone ? $"the silo of {State.Holder} is gone" : $"{State.Holder} was silent for {silent.TotalSeconds:0.0} s", _life.TakenBy(await committed.HeadAsync(Key), silent)));
            Count(StopReason.WorkerLost);
            await Settled(parentBroken: false);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            LogNotWatched(fault, Key); // the next tick looks again
        }
    }

    /// <summary>A grain that could not listen for a while, as when the store held it up, knows nothing of its holder: the lease begins anew.</summary>
    private void Forgive()
    {
        var late = time.GetElapsedTime(_looked) > options.Value.LeaseLength / 2;
        _looked = time.GetTimestamp();
        if (late) _renewed = _looked;
    }

    private IGpuPoolGrain Pool => GrainFactory.GetGrain<IGpuPoolGrain>(IGpuPoolGrain.Default);

    private Task WaitInLine()
    {
        Watch();
        return Offer();
    }

    private async Task Offer()
    {
        if (_life.IsPausing) return;
        var reply = await Pool.Offer(_life.Wanted());
        _offerEvery = reply.AgainIn;
        Watch();
        if (!_life.Obstructed(reply.Obstacle)) return;
        await state.WriteStateAsync();
        Tell();
    }

    private void Tell(bool parentBroken = false)
    {
        var report = _life.Report(_progress, parentBroken);
        foreach (var asker in State.Askers.Concat(State.Paused)) GrainFactory.GetGrain<IExperimentGrain>(asker.ToString()).RoundChanged(report).Ignore();
    }
}
