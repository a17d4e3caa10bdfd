using SimXir.Experiments;
using SimXir.Store;
using SimXir.Testing;

namespace SimXir.Grid.Tests;

/// <summary>Sweeps that add seeds until their gains are known well enough.</summary>
public sealed class SeedsUntilTests : IDisposable
{
    private readonly TempDirectory _folder = new();
    private readonly IObjectStore _store;

    public SeedsUntilTests() => _store = ObjectStores.Open(_folder.Path, TimeProvider.System);

    public void Dispose() => _folder.Dispose();

    /// <summary>The second seed diverges and has no gain, those of the others are 0, 2, and 1 for each that is added: the interval is ±12.7 for two, ±1.3 for four, ±0.71 for
    /// seven. It begins with three seeds, adds half of what seems to be missing, and stops at the first look that finds enough, or at the limit.</summary>
    [Fact]
    public async Task Sweep_WithWideGains_AddsSeedsUntilTheyAreKnownOrTheLimitIsReached()
    {
        var (known, limited) = (Plan("known", until: 0.8, max: 20), Plan("limited", until: 0.01, max: 5));
        var runner = new ChosenGains(seed => seed == 1 ? double.NaN : GainOf(seed));
        await using var cluster = await GridCluster.StartAsync(silos: 2, firstWorker: 1, _store, runner);
        await cluster.SubmitAsync(known);

        var status = await cluster.UntilDoneAsync(known.Sweep);

        var stored = await StoredAsync(known.Sweep);
        var seeds = stored.Experiments.Select(experiment => experiment.Id.Seed).ToList();
        Assert.Equal((CellState.Completed, seeds.Count), (status.State, status.Experiments.Length));
        Assert.Equal(Enumerable.Range(0, seeds.Count), seeds);
        Assert.InRange(seeds.Count, 7, 11);
        Assert.True(Estimate.Of([.. seeds.Where(seed => seed != 1).Select(GainOf)])!.Value.HalfWidth <= 0.8);
        Assert.Equal(SweepPlans.DigestOf(known), SweepPlans.DigestOf(stored));
        Assert.Contains((await new GrainRecords(_store).SweepAsync(known.Sweep, TestContext.Current.CancellationToken))!.Log, entry => entry.Text.EndsWith("wanted is ±0.8: enough", StringComparison.Ordinal));
        var (runs, result) = (runner.Runs, await cluster.ResultAsync(stored));
        Assert.Equal([1], result.Cells.Where(cell => cell.State == CellState.Diverged).Select(cell => cell.Seed));

        // Asked again, everything is there, and nothing is added or lost; nor where another sweep asks for fewer of the same seeds.
        Assert.Equal(SubmitReply.Repeated, await cluster.Grains.GetGrain<ISweepGrain>(known.Sweep.Value).Submit(new SubmitRequest(known, SpecWriter.Write(known.Spec))));
        await cluster.UntilAsync(known.Sweep, again => again.Submission == 2 && again.State == CellState.Completed);
        await cluster.SubmitAsync(limited);
        Assert.Equal(5, (await cluster.UntilDoneAsync(limited.Sweep)).Experiments.Length);
        Assert.Equal(seeds.Count, (await StoredAsync(known.Sweep)).Experiments.Length);
        Assert.Equal(runs, runner.Runs);
    }

    /// <summary>A grid that dies goes on from the plan as it was when it died, and adds the rest.</summary>
    [Fact]
    public async Task Sweep_OfAGridThatIsStartedAgain_KeepsTheSeedsThatWereAdded()
    {
        var plan = Plan("again", until: 0.01, max: 9);
        using var gate = new ManualResetEventSlim();
        await using (var first = await GridCluster.StartAsync(silos: 1, firstWorker: 0, _store, new ChosenGains(Halting)))
        {
            await first.SubmitAsync(plan);
            await first.UntilAsync(plan.Sweep, status => status.Experiments.Length > SeedsUntil.First);
            gate.Set(); // a round that is under way ends, and the silos with it
        }
        var before = (await StoredAsync(plan.Sweep)).Experiments.Length;
        await using var second = await GridCluster.StartAsync(silos: 1, firstWorker: 0, _store, new ChosenGains(seed => seed));

        var status = await second.UntilAsync(plan.Sweep, status => status is { Submission: 1, State: CellState.Completed });

        Assert.InRange(before, SeedsUntil.First + 1, 9);
        Assert.Equal(9, status.Experiments.Length);
        Assert.Equal(Enumerable.Range(0, 9), status.Experiments.Select(experiment => experiment.Id.Seed));

        // The first seed that was added waits for the test, so that the first grid cannot come to the end.
        double Halting(int seed)
        {
            if (seed >= SeedsUntil.First) gate.Wait(TimeSpan.FromMinutes(1));
            return seed;
        }
    }

    private async Task<SweepPlan> StoredAsync(SweepId sweep) => (await new SweepStore(_store).ReadPlanAsync(sweep, TestContext.Current.CancellationToken))!;

    private static double GainOf(int seed) => seed > 2 ? 1 : seed;

    private static SweepPlan Plan(string name, double until, int max)
    {
        var plan = TestSweeps.Plan(name, pretrainEpochs: 1, blockEpochs: 1, seeds: [0, 1, 2]);
        return plan with { Spec = plan.Spec with { SeedsUntil = new SeedsUntil(until, max) } };
    }
}
