using Microsoft.Extensions.Options;
using Orleans.Concurrency;
using SimXir.Experiments;
using SimXir.Store;

namespace SimXir.Grid;

/// <inheritdoc cref="IGpuPoolGrain"/>
/// <remarks>Reentrant, since slots wait in <see cref="Next"/>; nothing between two awaits depends on the other side of one.</remarks>
[Reentrant, GrainType("pool")]
public sealed partial class GpuPoolGrain(IObjectStore store, IOptions<GridOptions> options, TimeProvider time, ILogger<GpuPoolGrain> log) : Grain, IGpuPoolGrain
{
    private static readonly TimeSpan LongestPatience = TimeSpan.FromSeconds(15);
    /// <summary>So many repetitions cost a pool next to nothing.</summary>
    private const int OffersPerSecond = 500;
    private static readonly TimeSpan ReclaimEvery = TimeSpan.FromSeconds(1);
    private readonly RoundQueue _queue = new(time);
    private readonly SlotRoster _slots = new(time);
    private readonly PoolScribe _scribe = new(store, time);
    private TaskCompletionSource _arrival = new();

    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        var every = options.Value.WritePoolEvery;
        this.RegisterGrainTimer(WriteDown, new GrainTimerCreationOptions(every, every) { Interleave = true });
        this.RegisterGrainTimer(Reclaim, new GrainTimerCreationOptions(ReclaimEvery, ReclaimEvery) { Interleave = true });
        return Task.CompletedTask;
    }

    public override Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        GridMeter.Show(null);
        return Task.CompletedTask;
    }

    public Task<OfferReply> Offer(WaitingRound round)
    {
        _queue.Offer(round);
        WakeSlots();
        if (!_slots.HasIdle(round, _queue.Served.Select(served => served.Worker)) && _queue.TakeVictim(round, worker => _slots.CanRunOn(worker, round)) is { } victim)
            GrainFactory.GetGrain<IRoundGrain>(victim.Round.Key.Value).MakeRoom(round.Sweep, round.Service.Priority).Ignore(); // asked again if it is lost: see Served
        return Task.FromResult(new OfferReply(_slots.ObstacleOf(round.Service.Needs), AgainIn()));
    }

    public Task Served(WaitingRound round, WorkerId worker)
    {
        _slots.See(worker);
        _queue.Serve(round, worker);
        if (_queue.RoomFor(round.Key) is { } other)
            GrainFactory.GetGrain<IRoundGrain>(round.Key.Value).MakeRoom(other.Sweep, other.Service.Priority).Ignore();
        return Task.CompletedTask;
    }

    public Task Withdraw(RoundKey round)
    {
        _queue.Withdraw(round);
        _slots.Forget(round);
        return Task.CompletedTask;
    }

    public async Task<SlotAnswer> Next(SlotOffer slot, TimeSpan patience)
    {
        _slots.See(slot);
        var end = Task.Delay(patience < LongestPatience ? patience : LongestPatience, time);
        while (true)
        {
            if (!_slots.Holds(slot.Worker)) return new SlotAnswer(null); // it left meanwhile
            var quarantine = _slots.QuarantineOf(slot.Worker);
            if (quarantine is null && _queue.TakeNext(slot, round => _slots.MayRun(slot, round)) is { } round) return new SlotAnswer(round);
            if (await Task.WhenAny(_arrival.Task, end) == end) return new SlotAnswer(null, quarantine);
        }
    }

    public Task<bool> Ended(WaitingRound round, WorkerId worker, StopReason reason)
    {
        _slots.Ended(round.Key, worker, reason);
        return Task.FromResult(_slots.HasUntried(round));
    }

    public Task Leave(WorkerId worker)
    {
        _slots.Leave(worker);
        WakeSlots();
        return Task.CompletedTask;
    }

    public Task<PoolStatus> GetStatus() =>
        Task.FromResult(new PoolStatus([.. _queue.Waiting], [.. _slots.Known], [.. _queue.Served], [.. _slots.Quarantined]));

    private async Task Reclaim(CancellationToken cancellation)
    {
        if (_queue.Reclaim(ReclaimEvery * 2)) WakeSlots();
        GridMeter.Show(await GetStatus());
    }

    private async Task WriteDown(CancellationToken cancellation)
    {
        try
        {
            await _scribe.WriteAsync(this.GetPrimaryKeyString(), await GetStatus(), cancellation);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            LogNotWritten(fault); // the next tick tries again; nothing but an explanation depends on it
        }
    }

    private TimeSpan AgainIn()
    {
        var later = TimeSpan.FromSeconds((double)_queue.Count / OffersPerSecond);
        return later < options.Value.WatchEvery ? options.Value.WatchEvery : later < options.Value.OfferEvery ? later : options.Value.OfferEvery;
    }

    private void WakeSlots()
    {
        var arrival = _arrival;
        _arrival = new TaskCompletionSource();
        arrival.SetResult();
    }
}
