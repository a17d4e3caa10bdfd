using SimXir.Experiments;
using SimXir.Grid;
using SimXir.Method;

namespace SimXir.Worker;

/// <summary>One device slot: asks the pool for work, takes the lease, runs the attempt, and asks again.</summary>
public sealed partial class WorkerSlot(WorkerId id, SlotDevice device, AttemptRunner attempts, IGrainFactory grains, TimeProvider time, ILogger<WorkerSlot> log)
    : ILocalWorker, IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);
    private readonly SlotClock _clock = new(time);
    private readonly CancellationTokenSource _draining = new();
    private Attempt? _running;
    private bool _quarantined;
    private bool _alone;

    public WorkerId Id => id;

    public WorkerStatus Look()
    {
        var running = Volatile.Read(ref _running);
        return new WorkerStatus(id, device.Threads, _draining.IsCancellationRequested, running?.Key, running?.Fence ?? 0, running?.Progress, TorchEnvironment.BestPrecision);
    }

    public void Drain()
    {
        _draining.Cancel();
        Volatile.Read(ref _running)?.Yield();
    }

    public void Cancel(RoundKey round, long fence)
    {
        if (Volatile.Read(ref _running) is { } running && running.Key == round && running.Fence == fence) running.Cancel();
    }

    public void Dispose() => _draining.Dispose();

    /// <summary>Works until it is drained or the silo stops; a running round is given back at a checkpoint.</summary>
    public async Task RunAsync(CancellationToken stopping)
    {
        await using var registration = stopping.Register(Drain);
        while (!_draining.IsCancellationRequested)
        {
            try
            {
                if (await TakeAsync() is { } attempt) await CarryOutAsync(attempt);
            }
            catch (OperationCanceledException) when (_draining.IsCancellationRequested)
            {
                break;
            }
            catch (Exception fault)
            {
                LogNoWork(fault, id); // the grid is out of reach for now: ask again
                await Task.Delay(Pause, time, _draining.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
        if (FindPool() is { } pool) await pool.Leave(id).WaitAsync(Pause, time, CancellationToken.None).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    /// <summary>Null while no silo of the cluster keeps the grid.</summary>
    private IGpuPoolGrain? FindPool()
    {
        try
        {
            return grains.GetGrain<IGpuPoolGrain>(IGpuPoolGrain.Default);
        }
        catch (ArgumentException)
        {
            return null; // so Orleans says that no silo has such a grain
        }
    }

    private async Task<Attempt?> TakeAsync()
    {
        if (FindPool() is not { } pool)
        {
            if (!_alone) LogAlone(id);
            _alone = true;
            await Task.Delay(Pause, time, _draining.Token);
            return null;
        }
        if (_alone) LogNotAlone(id);
        _alone = false;
        var answer = await pool.Next(new SlotOffer(id, device.MemoryGiB), Patience).WaitAsync(_draining.Token);
        if (answer.Quarantine is { } reason && !_quarantined) LogQuarantined(id, reason);
        _quarantined = answer.Quarantine is not null;
        if (answer.Round is not { } key) return null;
        var round = grains.GetGrain<IRoundGrain>(key.Value);
        return await round.Acquire(id) is { } lease ? attempts.Create(key, lease, round, device, _clock) : null;
    }

    private async Task CarryOutAsync(Attempt attempt)
    {
        Volatile.Write(ref _running, attempt);
        try
        {
            if (_draining.IsCancellationRequested) attempt.Yield();
            await attempt.RunAsync();
        }
        finally
        {
            Volatile.Write(ref _running, null);
            _clock.Switch(SlotTime.Idle);
        }
    }
}
