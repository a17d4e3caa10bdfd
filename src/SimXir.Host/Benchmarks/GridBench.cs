using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using SimXir.Experiments;
using SimXir.Grid;
using SimXir.Method;
using SimXir.Store;
using SimXir.Worker;

namespace SimXir.Host;

/// <summary>What the grid itself costs: rounds that compute nothing through the real grains and a real store, everything durable.</summary>
public sealed class GridBench
{
    private const int RoundsAlone = 200;
    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(250);
    private static readonly TimeProvider Time = TimeProvider.System;
    private readonly GridBenchOptions _options;
    private readonly RetryingObjectStore _store;
    private readonly Datasets _datasets = new(dataFolder: null);
    private readonly string _run = Guid.NewGuid().ToString("n")[..8];

    private GridBench(GridBenchOptions options, RetryingObjectStore store) => (_options, _store) = (options, store);

    public static async Task<BenchResult> RunAsync(GridBenchOptions options, CancellationToken cancellation)
    {
        var folder = options.Store is null ? Directory.CreateTempSubdirectory("simxir-bench-") : null;
        try
        {
            var store = await ObjectStores.OpenAsync(options.Store ?? folder!.FullName, Time, cancellation: cancellation);
            return await new GridBench(options, store).MeasureAsync(cancellation);
        }
        finally
        {
            folder?.Delete(recursive: true);
        }
    }

    private async Task<BenchResult> MeasureAsync(CancellationToken cancellation)
    {
        await using var claim = await StoreClaims.TakeAsync(_store, _ => { }, cancellation);
        var waiting = await BytesPerWaitingRoundAsync(cancellation);
        var points = await MetricBench.PointsPerSecondAsync(_store, _options.Slots, cancellation);
        var (alone, _) = await RunSweepAsync("alone", RoundsAlone / 2, slots: 1, cancellation);
        var (seconds, toFirst) = await RunSweepAsync("running", _options.Rounds / 2, _options.Slots, cancellation);
        var ideal = 10_000.0 / 16;
        return new BenchResult("grid", _options.Rounds / seconds, "rounds/s", new JsonObject
        {
            ["rounds"] = _options.Rounds,
            ["slots"] = _options.Slots,
            ["dashboard"] = _options.Dashboard,
            ["secondsPerRound"] = seconds / _options.Rounds,
            ["secondsPerRoundOfOneSlot"] = alone / RoundsAlone,
            ["submitToFirstRoundSeconds"] = toFirst,
            ["bytesPerWaitingRound"] = waiting,
            ["metricPointsPerSecond"] = points,
            ["tenThousandRoundsOfOneSecondOnSixteenSlotsSeconds"] = ideal * (1 + (alone / RoundsAlone)),
        });
    }

    /// <summary>All rounds that can wait do, since nobody takes them: what the process holds more than before, plan included.</summary>
    private async Task<double> BytesPerWaitingRoundAsync(CancellationToken cancellation)
    {
        var plan = Plan("waiting", _options.Rounds / 2);
        await using var grid = await Running.StartAsync(this, plan.Sweep, slots: 0, cancellation);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        await grid.SubmitAsync(plan);
        var pool = grid.Grains.GetGrain<IGpuPoolGrain>(IGpuPoolGrain.Default);
        await UntilAsync(async () => (await pool.GetStatus()).Waiting.Length == plan.Experiments.Length, cancellation);
        return (GC.GetTotalMemory(forceFullCollection: true) - before) / (double)plan.Experiments.Length;
    }

    private async Task<(double Seconds, double ToFirst)> RunSweepAsync(string name, int experiments, int slots, CancellationToken cancellation)
    {
        var plan = Plan(name, experiments);
        await using var grid = await Running.StartAsync(this, plan.Sweep, slots, cancellation);
        var records = new GrainRecords(_store);
        var began = Time.GetTimestamp();
        await grid.SubmitAsync(plan);
        await UntilAsync(async () => (await records.SweepAsync(plan.Sweep, cancellation))?.State is CellState.Completed or CellState.Failed, cancellation);
        var seconds = Time.GetElapsedTime(began).TotalSeconds;
        if ((await records.SweepAsync(plan.Sweep, cancellation))!.State == CellState.Failed) throw new StoreException("a round of the benchmark failed; its causal log stands in the store");
        return (seconds, Time.GetElapsedTime(began, await grid.Rounds.First).TotalSeconds);
    }

    private SweepPlan Plan(string name, int experiments)
    {
        var images = DatasetId.Parse("fashion-mnist-sample");
        var spec = new SweepSpec
        {
            Name = new SweepId($"bench-{name}-{_run}"),
            Datasets = [images],
            Methods = [MethodId.Parse("simsiam")],
            Seeds = [.. Enumerable.Range(0, experiments)],
            Treatments = [Treatment.Baseline],
            Pretrain = new PretrainSpec { Epochs = 1, BlockEpochs = 1, Batch = 32, BaseLearningRate = 1 + ((name[0] - 'a') * 0.01) + (Convert.ToInt32(_run[..6], 16) * 1e-9) }, // keys of this sweep alone
            Subset = new SubsetSpec { Train = 32, Test = 8 },
        };
        return Planner.Expand(spec, Precision.Fp32, ImmutableDictionary<DatasetId, string>.Empty.Add(images, _datasets.Fingerprint(images)));
    }

    private static async Task UntilAsync(Func<Task<bool>> reached, CancellationToken cancellation)
    {
        using var timer = new PeriodicTimer(LookEvery, Time);
        while (!await reached()) await timer.WaitForNextTickAsync(cancellation);
    }

    /// <summary>A grid of this process, whose rounds compute nothing.</summary>
    private sealed class Running(IHost host, EmptyRounds rounds) : IAsyncDisposable
    {
        public IGrainFactory Grains => host.Services.GetRequiredService<IGrainFactory>();

        public EmptyRounds Rounds => rounds;

        public static async Task<Running> StartAsync(GridBench bench, SweepId sweep, int slots, CancellationToken cancellation)
        {
            var rounds = new EmptyRounds(Time);
            var host = LocalHost.Build(sweep, bench._store, new DatasetSupply(bench._datasets, bench._store, DatasetCacheFolder.Path, TimeProvider.System), workers => (workers.CpuSlots, workers.SlotsPerGpu, workers.ThreadsPerSlot) = (slots, slots, 1), _ => { }, rounds, bench._options.Dashboard);
            await host.StartAsync(cancellation);
            return new Running(host, rounds);
        }

        public Task<SubmitReply> SubmitAsync(SweepPlan plan) =>
            Grains.GetGrain<ISweepGrain>(plan.Sweep.Value).Submit(new SubmitRequest(plan, SpecWriter.Write(plan.Spec)));

        public async ValueTask DisposeAsync()
        {
            await host.StopAsync(CancellationToken.None);
            await (host is IAsyncDisposable disposable ? disposable.DisposeAsync() : ValueTask.CompletedTask);
        }
    }
}
