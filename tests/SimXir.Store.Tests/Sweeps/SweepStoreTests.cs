using SimXir.Experiments;

namespace SimXir.Store.Tests;

public sealed class SweepStoreTests
{
    private static readonly SweepPlan Plan = SamplePlan.Plan;
    private readonly MemoryStore _store = new();
    private readonly SweepStore _sweeps;

    public SweepStoreTests() => _sweeps = new SweepStore(_store);

    /// <summary>Each changes what the one before wrote, so none of the changes is lost.</summary>
    [Fact]
    public async Task ChangePlan_ByManyAtOnce_KeepsEveryChange()
    {
        await _sweeps.WriteAsync("name: mini\n", Plan, Text.Stop);

        await Task.WhenAll(Enumerable.Range(1, 20).Select(seed => Task.Run(() => _sweeps.ChangePlanAsync(Plan.Sweep, plan => With(plan, seed), Text.Stop))));

        var seeds = (await _sweeps.ReadPlanAsync(Plan.Sweep, Text.Stop))!.Experiments.Select(experiment => experiment.Id.Seed);
        Assert.Equal(Enumerable.Range(0, 21), seeds.Order());
    }

    [Fact]
    public async Task ChangePlan_ThatIsAsWanted_IsNotWritten()
    {
        await _sweeps.WriteAsync("name: mini\n", Plan, Text.Stop);
        var before = (await _store.ReadAsync(SweepNames.Plan(Plan.Sweep), Text.Stop))!.ETag;

        Assert.Single((await _sweeps.ChangePlanAsync(Plan.Sweep, plan => plan, Text.Stop)).Experiments);
        Assert.Equal(before, (await _store.ReadAsync(SweepNames.Plan(Plan.Sweep), Text.Stop))!.ETag);
    }

    [Fact]
    public async Task ChangePlan_ThatIsGone_SaysSo() => Assert.EndsWith(
        "the plan of sweep 'mini' is gone",
        (await Assert.ThrowsAsync<StoreException>(() => _sweeps.ChangePlanAsync(Plan.Sweep, plan => plan, Text.Stop))).Message,
        StringComparison.Ordinal);

    private static SweepPlan With(SweepPlan plan, int seed) => plan with { Experiments = plan.Experiments.Add(plan.Experiments[0] with { Id = plan.Experiments[0].Id with { Seed = seed } }) };
}
