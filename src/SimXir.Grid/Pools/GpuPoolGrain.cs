using Orleans.Concurrency;
using SimXir.Experiments;

namespace SimXir.Grid;

/// <inheritdoc cref="IGpuPoolGrain"/>
/// <remarks>Reentrant, since slots wait in <see cref="Next"/>; nothing between two awaits depends on the other side of one.</remarks>
[Reentrant, GrainType("pool")]
public sealed class GpuPoolGrain(TimeProvider time) : Grain, IGpuPoolGrain
{
    private static readonly TimeSpan LongestPatience = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan Forgotten = TimeSpan.FromMinutes(1);
    private readonly RoundQueue _queue = new();
    private readonly Dictionary<WorkerId, DateTimeOffset> _slots = [];
    private TaskCompletionSource _arrival = new();

    public Task Offer(WaitingRound round)
    {
        _queue.Offer(round);
        return WakeSlots();
    }

    public Task Withdraw(RoundKey round)
    {
        _queue.Withdraw(round);
        return Task.CompletedTask;
    }

    public async Task<RoundKey?> Next(WorkerId worker, TimeSpan patience)
    {
        _slots[worker] = time.GetUtcNow();
        var end = Task.Delay(patience < LongestPatience ? patience : LongestPatience, time);
        while (true)
        {
            if (!_slots.ContainsKey(worker)) return null; // it left meanwhile
            if (_queue.TakeNext() is { } round) return round;
            if (await Task.WhenAny(_arrival.Task, end) == end) return null;
        }
    }

    public Task Leave(WorkerId worker)
    {
        _slots.Remove(worker);
        return WakeSlots();
    }

    public Task<PoolStatus> GetStatus()
    {
        var now = time.GetUtcNow();
        return Task.FromResult(new PoolStatus([.. _queue.Waiting], [.. _slots.Where(slot => now - slot.Value < Forgotten).Select(slot => slot.Key)]));
    }

    private Task WakeSlots()
    {
        var arrival = _arrival;
        _arrival = new TaskCompletionSource();
        arrival.SetResult();
        return Task.CompletedTask;
    }
}
