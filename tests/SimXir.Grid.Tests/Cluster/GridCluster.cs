using Microsoft.Extensions.DependencyInjection;
using Orleans.TestingHost;
using SimXir.Experiments;
using SimXir.Store;
using SimXir.Testing;
using SimXir.Worker;

namespace SimXir.Grid.Tests;

/// <summary>A cluster of silos in this process over a store of its own; the silos from <c>firstWorker</c> on have a worker slot.</summary>
internal sealed class GridCluster : IAsyncDisposable
{
    private readonly TempDirectory _folder;

    private GridCluster(InProcessTestCluster cluster, IObjectStore store, TempDirectory folder) => (Cluster, Store, _folder) = (cluster, store, folder);

    public InProcessTestCluster Cluster { get; }

    public IObjectStore Store { get; }

    public IGrainFactory Grains => Cluster.Client;

    /// <param name="silos">How many.</param>
    /// <param name="firstWorker">The number of the first that has a slot.</param>
    /// <param name="store">One of its own where left out.</param>
    /// <param name="runner">What carries rounds out; the real engine where left out.</param>
    public static async Task<GridCluster> StartAsync(int silos, int firstWorker, IObjectStore? store = null, IRoundRunner? runner = null)
    {
        var folder = new TempDirectory();
        var objects = store ?? ObjectStores.Open(folder.Path, TimeProvider.System);
        var builder = new InProcessTestClusterBuilder((short)silos);
        builder.Options.ConfigureFileLogging = false;
        builder.ConfigureClient(client => client.Services.AddGridMessages());
        builder.ConfigureSilo((_, silo) =>
        {
            silo.Services.AddSingleton(objects);
            silo.Services.AddSingleton(TestSweeps.Datasets);
            silo.Services.Configure<GridOptions>(grid =>
            {
                grid.LeaseLength = TimeSpan.FromSeconds(5);
                grid.RenewEvery = TimeSpan.FromSeconds(0.5);
                grid.WatchEvery = TimeSpan.FromSeconds(0.2);
                grid.OfferEvery = TimeSpan.FromSeconds(1);
                grid.AskAgainEvery = TimeSpan.FromSeconds(1);
                grid.LookAtWishEvery = TimeSpan.FromSeconds(0.2);
                grid.ReconcileEvery = TimeSpan.FromSeconds(1);
            });
            silo.AddGrid();
        });
        builder.ConfigureSiloHost((options, host) =>
        {
            if (runner is not null) host.Services.AddSingleton(runner);
            host.Services.AddReconciler();
            if (int.Parse(options.SiloName.Split('_')[^1], System.Globalization.CultureInfo.InvariantCulture) >= firstWorker)
                host.Services.AddWorkers(worker => (worker.ThreadsPerSlot, worker.CheckpointEvery) = (1, TimeSpan.FromSeconds(0.2)));
        });
        var cluster = new GridCluster(builder.Build(), objects, folder);
        await cluster.Cluster.DeployAsync();
        return cluster;
    }

    public async Task SubmitAsync(SweepPlan plan)
    {
        var reply = await Grains.GetGrain<ISweepGrain>(plan.Sweep.Value).Submit(new SubmitRequest(plan, SpecWriter.Write(plan.Spec)));
        Assert.Equal(SubmitReply.Started, reply);
    }

    /// <summary>Looks at the sweep until it is as wanted.</summary>
    public async Task<SweepStatus> UntilAsync(SweepId sweep, Func<SweepStatus, bool> wanted)
    {
        var cancellation = TestContext.Current.CancellationToken;
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        deadline.CancelAfter(TimeSpan.FromMinutes(3));
        while (true)
        {
            var status = await Grains.GetGrain<ISweepGrain>(sweep.Value).GetStatus();
            if (wanted(status)) return status;
            await Task.Delay(50, deadline.Token);
        }
    }

    public Task<SweepResult> ResultAsync(SweepPlan plan) => new SweepReader(new RoundStore(Store)).ReadAsync(plan);

    public Task<SweepStatus> UntilDoneAsync(SweepId sweep) => UntilAsync(sweep, status => status.State is CellState.Completed or CellState.Failed);

    /// <summary>The silo on which a round of the sweep trains now.</summary>
    public async Task<InProcessSiloHandle> UntilTrainingAsync(SweepId sweep)
    {
        ActiveRound? training = null;
        await UntilAsync(sweep, status =>
        {
            training = status.Experiments.SelectMany(experiment => experiment.Active).FirstOrDefault(round => round.Progress is { Step: > 1 } && round.Status == RoundStatus.Leased);
            return training is not null;
        });
        var state = await new GrainRecords(Store).RoundAsync(training!.Key, TestContext.Current.CancellationToken);
        return Cluster.Silos.Single(silo => silo.SiloAddress.ToParsableString() == state!.Holder!.Value.Silo);
    }

    public async ValueTask DisposeAsync()
    {
        await Cluster.DisposeAsync();
        _folder.Dispose();
    }
}
