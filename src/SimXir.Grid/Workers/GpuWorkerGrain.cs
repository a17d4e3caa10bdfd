using Orleans.Concurrency;
using SimXir.Experiments;

namespace SimXir.Grid;

/// <inheritdoc cref="IGpuWorkerGrain"/>
[SiloPinnedPlacement, Reentrant, GrainType("worker")]
public sealed class GpuWorkerGrain(ILocalWorkers workers) : Grain, IGpuWorkerGrain
{
    private ILocalWorker Slot
    {
        get
        {
            var id = WorkerId.Parse(this.GetPrimaryKeyString());
            return workers.Find(id) ?? throw new InvalidOperationException($"this silo has no slot '{id.Device}'");
        }
    }

    public Task<WorkerStatus> Look() => Task.FromResult(Slot.Look());

    public Task Drain()
    {
        Slot.Drain();
        return Task.CompletedTask;
    }

    public Task Cancel(string round, long fence)
    {
        Slot.Cancel(new RoundKey(round), fence);
        return Task.CompletedTask;
    }
}
