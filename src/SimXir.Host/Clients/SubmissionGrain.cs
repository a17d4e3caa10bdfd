using Orleans.Concurrency;
using SimXir.Experiments;
using SimXir.Grid;
using SimXir.Store;
using SimXir.Worker;

namespace SimXir.Host;

/// <inheritdoc cref="ISubmissionGrain"/>
[StatelessWorker, GrainType("submission")]
public sealed class SubmissionGrain(IObjectStore store, DatasetSupply datasets, TimeProvider time) : Grain, ISubmissionGrain
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(0.5);
    private const int Looks = 10;

    public Task<StoreAnswer<Submission>> Submit(string spec, string source) => StoreAnswers.OfAsync(() => SubmitAsync(spec, source));

    private async Task<Submission> SubmitAsync(string spec, string source)
    {
        var loaded = SpecSource.Loaded(spec, source);
        var best = loaded.Spec.Precision == Precision.Auto ? await BestPrecisionAsync(source) : loaded.Spec.Precision;
        // Hashing datasets blocks for long: not on a grain's own scheduler.
        var plan = await Task.Run(() => SweepPlanning.PlanAsync(loaded, datasets, store, () => Task.FromResult(best), CancellationToken.None));
        await Task.Run(() => datasets.ShareAsync(SweepPlanning.DatasetsOf(plan)));
        var reply = await GrainFactory.GetGrain<ISweepGrain>(plan.Sweep.Value).Submit(new SubmitRequest(plan, loaded.Text));
        if (reply == SubmitReply.NameTaken) throw await SweepPlanning.NameTakenAsync(new SweepStore(store), store, plan, CancellationToken.None);
        return new Submission(plan.Sweep, reply, plan.Experiments.Length, plan.Experiments.Sum(experiment => experiment.Cells.Length));
    }

    /// <summary>Control silos have no device: a slot that is in the pool is asked. One may just be joining.</summary>
    private async Task<Precision> BestPrecisionAsync(string source)
    {
        for (var look = 0; look < Looks; look++)
        {
            if (await AskSlotAsync() is { } best) return best;
            await Task.Delay(Pause, time);
        }
        throw new ClusterException(
            $"{source}: precision: auto stands for what the pool's slots do fastest, and the pool has no slot now; write precision: bf16 or precision: fp32, or start a gpu silo first");
    }

    private async Task<Precision?> AskSlotAsync()
    {
        foreach (var slot in (await GrainFactory.GetGrain<IGpuPoolGrain>(IGpuPoolGrain.Default).GetStatus()).Slots)
        {
            try
            {
                return (await GrainFactory.GetGrain<IGpuWorkerGrain>(slot.Worker.ToString()).Look()).BestPrecision;
            }
            catch (Exception fault) when (fault is SiloUnavailableException or TimeoutException or OrleansMessageRejectionException)
            {
                // it has just left: the next one is asked
            }
        }
        return null;
    }
}
