using SimXir.Experiments;
using SimXir.Grid;
using SimXir.Method;
using SimXir.Store;
using SimXir.Worker;

namespace SimXir.Host;

/// <summary>Puts a sweep into a store without a grid: whichever grid works on the store next, or does already, finds it there.</summary>
public static class LocalSubmission
{
    /// <summary>Puts the datasets of a spec into the store of the cluster that it is going to be submitted to, unless they are there.</summary>
    /// <exception cref="StoreException">The store cannot be used.</exception>
    /// <exception cref="DatasetException">A dataset is missing, damaged, or too small for the spec.</exception>
    public static async Task ShareAsync(LoadedSpec loaded, string storeOption, string? dataFolder, CancellationToken cancellation)
    {
        var store = await ObjectStores.OpenAsync(storeOption, TimeProvider.System, cancellation: cancellation);
        var supply = new DatasetSupply(new Datasets(dataFolder), store, DatasetCacheFolder.Path, TimeProvider.System);
        var plan = await SweepPlanning.PlanAsync(loaded, supply, store, () => Task.FromResult(Precision.Fp32), cancellation); // its datasets are those of any precision
        await supply.ShareAsync(SweepPlanning.DatasetsOf(plan), cancellation);
    }

    /// <summary>Reads the data, plans, and writes spec and plan; a plan that stands there already is left.</summary>
    /// <exception cref="StoreException">The store cannot be used, or has another sweep of that name.</exception>
    /// <exception cref="DatasetException">A dataset is missing, damaged, or too small for the spec.</exception>
    /// <exception cref="SpecException">The import that it starts from is not in the store, or another backbone.</exception>
    public static async Task<Submission> SubmitAsync(LoadedSpec loaded, string storeOption, string? dataFolder, CancellationToken cancellation)
    {
        var store = await ObjectStores.OpenAsync(storeOption, TimeProvider.System, cancellation: cancellation);
        var supply = new DatasetSupply(new Datasets(dataFolder), store, DatasetCacheFolder.Path, TimeProvider.System);
        var plan = await SweepPlanning.PlanAsync(loaded, supply, store, () => Task.FromResult(TorchEnvironment.BestPrecision), cancellation);
        var sweeps = new SweepStore(store);
        var known = await sweeps.ReadPlanAsync(plan.Sweep, cancellation);
        if (known is not null && SweepPlans.DigestOf(known) != SweepPlans.DigestOf(plan)) throw await SweepPlanning.NameTakenAsync(sweeps, store, plan, cancellation);
        await supply.ShareAsync(SweepPlanning.DatasetsOf(plan), cancellation);
        if (known is null) await sweeps.WriteAsync(loaded.Text, plan, cancellation);
        return new Submission(plan.Sweep, known is null ? SubmitReply.Started : SubmitReply.Resumed, plan.Experiments.Length, plan.Experiments.Sum(experiment => experiment.Cells.Length));
    }
}
