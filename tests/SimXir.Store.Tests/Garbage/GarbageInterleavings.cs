using System.Collections.Immutable;
using Microsoft.Extensions.Time.Testing;
using SimXir.Experiments;

namespace SimXir.Store.Tests;

/// <summary>A collector between writers, one store operation at a time, in many orders.</summary>
public sealed class GarbageInterleavings
{
    private const int Runs = 60;
    private static readonly TimeSpan Grace = TimeSpan.FromHours(1);

    [Fact]
    public async Task Collector_BetweenWriters_TakesNothingThatTheyReferTo()
    {
        var took = 0;
        for (var seed = 0UL; seed < Runs; seed++) took += await RunAsync(seed);
        Assert.InRange(took, Runs, 10 * Runs);
    }

    /// <summary>One writer makes a round with a part that is there already, old and nobody's; another submits a sweep whose round was
    /// done long ago for a sweep that is gone. How much the collector took.</summary>
    private static async Task<int> RunAsync(ulong seed)
    {
        var (time, turns) = (new FakeTimeProvider(), new Turns(seed));
        var store = new MemoryStore(time, turns.TakeAsync);
        var junk = await new ContentStore(store).PutAsync(Text.Bytes("junk"), cancellation: Text.Stop);
        await new ContentStore(store).PutAsync(Text.Bytes("shared"), cancellation: Text.Stop);
        await MakeAsync(store, Old("old"), "result");
        time.Advance(Grace * 2);

        GarbageReport? report = null;
        await turns.RunAsync(
            async () => report = await new GarbageCollector(store).CollectAsync(Grace, dryRun: false, Text.Stop),
            async () =>
            {
                await new SweepStore(store).WriteAsync("", New("new"), Text.Stop);
                await MakeAsync(store, New("new"), "shared");
            },
            async () =>
            {
                await new SweepStore(store).WriteAsync("", Old("again"), Text.Stop);
                await ServeAsync(store, Old("again"));
            });

        await AssertWholeAsync(store, seed);
        await new GarbageCollector(store).CollectAsync(Grace, dryRun: false, Text.Stop);
        await AssertWholeAsync(store, seed);
        Assert.Equal(PartState.Missing, await new ContentStore(store).VerifyAsync(junk, Text.Stop));
        return report!.Total.Objects;
    }

    /// <summary>As the grid serves a result: kept, verified, and made again where it is not whole.</summary>
    private static async Task ServeAsync(MemoryStore store, SweepPlan plan)
    {
        var (rounds, parts) = (new RoundStore(store), new ContentStore(store));
        var found = await rounds.KeepAsync(plan.Experiments[0].Rounds[0].Key, Text.Stop);
        if (found is not null)
        {
            if (await parts.VerifyAsync(found.Manifest.Parts["weights"], Text.Stop) == PartState.Sound) return;
            await rounds.RetractAsync(found.Manifest.Key, found, Text.Stop);
        }

        await MakeAsync(store, plan, "result");
    }

    private static async Task MakeAsync(MemoryStore store, SweepPlan plan, string content)
    {
        var (rounds, round) = (new RoundStore(store), plan.Experiments[0].Rounds[0]);
        var fence = ((await rounds.ReadHeadAsync(round.Key, Text.Stop))?.Fence ?? 0) + 1;
        await rounds.TakeAsync(round.Key, fence, Text.Stop);
        var part = await new ContentStore(store).PutAsync(Text.Bytes(content), checkExisting: true, Text.Stop);
        var manifest = Samples.Manifest(fence, round.Recipe) with { Parts = ImmutableSortedDictionary<string, PartRef>.Empty.Add("weights", part) };
        await rounds.CommitAsync(manifest, Text.Stop);
    }

    private static async Task AssertWholeAsync(MemoryStore store, ulong seed)
    {
        foreach (var plan in new[] { New("new"), Old("again") })
        {
            var found = await new RoundStore(store).ReadManifestAsync(plan.Experiments[0].Rounds[0].Key, help: true, Text.Stop);
            Assert.True(found is not null, $"seed {seed}: the manifest of {plan.Sweep} is gone");
            var state = await new ContentStore(store).VerifyAsync(found.Manifest.Parts["weights"], Text.Stop);
            Assert.True(state == PartState.Sound, $"seed {seed}: the weights of {plan.Sweep} are {state}");
        }
    }

    private static SweepPlan Old(string name) => Plan(name, Samples.Recipe(seed: 1));

    private static SweepPlan New(string name) => Plan(name, Samples.Recipe(seed: 2));

    private static SweepPlan Plan(string name, RoundRecipe recipe) => SamplePlan.Plan with
    {
        Sweep = new SweepId(name),
        Experiments = [new ExperimentPlan(ExperimentId.Parse($"{name}/cifar10/simsiam/0"), [new PlannedRound(RecipeJson.KeyOf(recipe), "evaluate", recipe)], [])],
    };
}
