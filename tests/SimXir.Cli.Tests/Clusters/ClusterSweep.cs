using System.Diagnostics;
using System.Globalization;
using System.Text;
using SimXir.Experiments;
using SimXir.Grid;
using SimXir.Host;
using SimXir.Report;
using SimXir.Store;
using SimXir.Testing;

namespace SimXir.Cli.Tests;

/// <summary>A sweep on a cluster of real processes: where it stands, by its store, and how it must end.</summary>
public sealed class ClusterSweep : IAsyncDisposable
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);
    private readonly TempDirectory _folder;
    private readonly RetryingObjectStore _store;
    private readonly SweepPlan _plan;
    private readonly RigAudit _audit;
    private readonly GrainRecords _grains;

    private ClusterSweep(TempDirectory folder, ChaosRig rig, RetryingObjectStore store, SweepPlan plan)
    {
        (_folder, Rig, _store, _plan) = (folder, rig, store, plan);
        (_audit, _grains) = (new RigAudit(store, plan), new GrainRecords(store));
    }

    public ChaosRig Rig { get; }

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public static async Task<ClusterSweep> StartAsync(int control, int workers, string? store = null, string? spec = null, string? data = null)
    {
        Assert.SkipWhen(ProgramPath.Find("redis-server") is null, "no 'redis-server' on the PATH (Debian: apt install redis-server)");
        var folder = new TempDirectory();
        var program = Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "simxir.exe" : "simxir");
        store ??= folder.Combine("store");
        var rig = await ChaosRig.StartAsync(new RigOptions { Program = program, Store = store, Folder = folder.Path, DataFolder = data, CheckpointEvery = TimeSpan.FromSeconds(0.3) }, control, workers: 0);
        var submitted = await SimXirProcess.RunAsync("submit", Spec.WriteTo(folder.Path, spec ?? UndisturbedSweep.Text), "--cluster", rig.Cluster.ToString());
        Assert.True(submitted is { ExitCode: 0, Errors: "" } && submitted.Output.EndsWith("it starts. Follow it: simxir watch cluster\n", StringComparison.Ordinal), submitted.ToString());
        for (var i = 0; i < workers; i++) rig.Start(SiloRole.Gpu); // now, so that no round is over before a test looks at it
        var open = ObjectStores.Open(store, TimeProvider.System);
        return new ClusterSweep(folder, rig, open, (await new SweepStore(open).ReadPlanAsync(new SweepId("cluster"), Cancelled))!);
    }

    public PlannedRound Round(string title) => _plan.Experiments.Single().Rounds.Single(round => round.Title == title);

    public async Task<RoundState> StateAsync(string title) => await _grains.RoundAsync(Round(title).Key, Cancelled) ?? new RoundState();

    /// <summary>How a sweep of the same store stands; null before it is there.</summary>
    public async Task<CellState?> SweepAsync(string sweep) => (await _grains.SweepAsync(new SweepId(sweep), Cancelled))?.State;

    /// <summary>Waits for a round's result.</summary>
    public async Task<RoundManifest> ManifestAsync(string title)
    {
        RoundManifest? manifest = null;
        await UntilAsync(async () => (manifest = (await new RoundStore(_store).ReadManifestAsync(Round(title).Key, cancellation: Cancelled))?.Manifest) is not null, $"{title} was not committed");
        return manifest!;
    }

    /// <summary>Waits until some round is trained.</summary>
    public Task UntilTrainingAsync() => UntilAsync(
        async () =>
        {
            foreach (var round in _plan.Experiments.SelectMany(experiment => experiment.Rounds))
                if (await _grains.RoundAsync(round.Key, Cancelled) is { Status: RoundStatus.Leased }) return true;
            return false;
        },
        "nothing was trained");

    /// <summary>Waits until a round is trained by someone; who.</summary>
    /// <param name="title">The round.</param>
    /// <param name="step">Its checkpoint stands at that step or further.</param>
    /// <param name="but">Not this one.</param>
    public async Task<RigMember> UntilTrainingAsync(string title, long step = 0, RigMember? but = null)
    {
        RigMember? holder = null;
        await UntilAsync(
            async () =>
            {
                var state = await StateAsync(title);
                if (state is not { Status: RoundStatus.Leased, Holder: { } worker }) return false;
                holder = Rig.Members.FirstOrDefault(member => member.Owns(worker.Silo));
                if (holder is null || holder == but) return false;
                return step == 0 || await new RoundStore(_store).ReadHeadAsync(Round(title).Key, Cancelled) is { } head && head.Step >= step;
            },
            $"{title} was not trained");
        return holder!;
    }

    /// <summary>What every silo said and what every round went through, for a message about what went wrong.</summary>
    public async Task<string> StoryAsync()
    {
        var story = new StringBuilder(Rig.Story());
        foreach (var round in _plan.Experiments.SelectMany(experiment => experiment.Rounds))
        {
            var state = await _grains.RoundAsync(round.Key, Cancelled) ?? new RoundState();
            story.AppendLine(CultureInfo.InvariantCulture, $"--- {round.Title}: {state.Status}, held by {state.Holder}");
            foreach (var entry in state.Log) story.AppendLine(CultureInfo.InvariantCulture, $"{entry.At:HH:mm:ss.fff} {entry.Text}");
        }
        return story.ToString();
    }

    /// <summary>How long it took until something came true.</summary>
    public async Task<TimeSpan> UntilAsync(Func<Task<bool>> comesTrue, string orElse)
    {
        var since = Stopwatch.GetTimestamp();
        while (!await comesTrue())
        {
            await _audit.LookAsync(Cancelled);
            if (Stopwatch.GetElapsedTime(since) > Patience) Assert.Fail($"{orElse} within {Patience}:\n{await StoryAsync()}");
            await Task.Delay(Look, TimeProvider.System, Cancelled);
        }
        return Stopwatch.GetElapsedTime(since);
    }

    /// <summary>Waits for the end, and holds it against all that must be so after any fault; the weights too.</summary>
    public async Task<RigReport> EndAsync(UndisturbedSweep undisturbed)
    {
        var report = await EndAsync();
        var result = await new StoreReading(_store).ResultAsync(_plan.Sweep, Cancelled);
        Assert.Equal(await undisturbed.WeightsAsync(), Cells.WeightsOf(TableWriter.Json(result)));
        return report;
    }

    /// <summary>Waits for the end, and holds it against all that must be so after any fault.</summary>
    public async Task<RigReport> EndAsync()
    {
        await UntilAsync(async () => await _grains.SweepAsync(_plan.Sweep, Cancelled) is { State: CellState.Completed or CellState.Failed }, "the sweep did not end");
        var report = await _audit.ReportAsync(Cancelled);
        Assert.True(report.IsSound, $"{report}\n{await StoryAsync()}");
        await AssertNoOrphanAsync();
        return report;
    }

    /// <summary>After a collection nothing lies in the store that no sweep refers to, and everything that one does.</summary>
    private async Task AssertNoOrphanAsync()
    {
        await Task.WhenAll(Rig.Members.Select(member => member.Process.TerminateAsync()));
        var collector = new GarbageCollector(_store);
        await collector.CollectAsync(TimeSpan.Zero, dryRun: false, Cancelled);
        Assert.Equal(0, (await collector.CollectAsync(TimeSpan.Zero, dryRun: true, Cancelled)).Total.Objects);
        Assert.True((await _audit.ReportAsync(Cancelled)).IsSound);
    }

    public async ValueTask DisposeAsync()
    {
        await Rig.DisposeAsync();
        _folder.Dispose();
    }
}
