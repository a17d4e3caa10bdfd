using System.Globalization;
using SimXir.Experiments;
using SimXir.Store;

namespace SimXir.Host;

/// <summary>Runs a sweep on a cluster of this machine's own while it is hurt again and again, and gives account of what was lost, doubled or redone.</summary>
public static class ChaosRun
{
    private const int Control = 2;
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(0.5);

    /// <param name="options">What is run, and how it is hurt.</param>
    /// <param name="tell">Told of each fault, and how the sweep stands.</param>
    /// <param name="cancellation">Gives up; the sweep is left as it is in its store.</param>
    /// <exception cref="ClusterException">The rig could not be started, or the spec cannot be run on it.</exception>
    /// <exception cref="StoreException">The store cannot be used, or is used by another process.</exception>
    public static async Task<ChaosReport> RunAsync(ChaosOptions options, Action<string> tell, CancellationToken cancellation)
    {
        var store = await ObjectStores.OpenAsync(options.Store, TimeProvider.System, cancellation: cancellation);
        if (await StoreClaims.HolderAsync(store, cancellation) is { } holder)
            throw new StoreException($"the store {store.Description} is in use by {holder}; name another one with --store", isInput: true);
        using var folder = new RigFolder();
        var rigged = new RigOptions { Program = options.Program, Store = options.Store, Folder = folder.Path, DataFolder = options.DataFolder, Threads = options.Threads };
        await using var rig = await ChaosRig.StartAsync(rigged, Control, options.Workers);
        await using (var client = await rig.ConnectAsync(cancellation))
        {
            var submission = await client.SubmitAsync(options.Loaded);
            tell(string.Create(CultureInfo.InvariantCulture,
                $"Sweep {submission.Sweep}: {submission.Cells} cells on {Control} control silos and {options.Workers} workers; a fault every {options.Every.TotalSeconds:0} s (seed {options.Seed})"));
        }
        var plan = (await new SweepStore(store).ReadPlanAsync(options.Loaded.Spec.Name, cancellation))!;
        return await HurtAsync(options, rig, store, plan, tell, cancellation);
    }

    private static async Task<ChaosReport> HurtAsync(ChaosOptions options, ChaosRig rig, RetryingObjectStore store, SweepPlan plan, Action<string> tell, CancellationToken cancellation)
    {
        var audit = new RigAudit(store, plan);
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var hurting = HurtAsync(new ChaosFaults(rig, options.Kill, options.Every, new Random(options.Seed)), options.Every, tell, ended.Token);
        try
        {
            var grains = new Grid.GrainRecords(store);
            while (await grains.SweepAsync(plan.Sweep, cancellation) is not { } state || !state.State.HasEnded())
            {
                if (hurting.IsCompleted) await hurting; // only a fault of the rig ends it before the sweep
                await audit.LookAsync(cancellation);
                await Task.Delay(LookEvery, TimeProvider.System, cancellation);
            }
        }
        finally
        {
            await ended.CancelAsync();
            await Task.WhenAny(hurting);
        }
        return new ChaosReport(plan.Sweep, options.Kill, options.Seed, await hurting, await audit.ReportAsync(cancellation));
    }

    /// <summary>Until the sweep has ended; how many faults there were.</summary>
    private static async Task<int> HurtAsync(ChaosFaults faults, TimeSpan every, Action<string> tell, CancellationToken ended)
    {
        var count = 0;
        try
        {
            while (true)
            {
                await Task.Delay(every, TimeProvider.System, ended);
                tell(await faults.NextAsync(ended));
                count++;
            }
        }
        catch (OperationCanceledException) when (ended.IsCancellationRequested)
        {
            return count;
        }
    }
}
