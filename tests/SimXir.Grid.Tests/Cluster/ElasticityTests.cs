using SimXir.Experiments;

namespace SimXir.Grid.Tests;

/// <summary>Silos come and go while a real sweep trains.</summary>
public sealed class ElasticityTests
{
    [Fact]
    public async Task Sweep_WorkerSiloStopped_GoesOnElsewhereWithTheSameWeights()
    {
        var plan = TestSweeps.Plan("undisturbed", pretrainEpochs: 8, blockEpochs: 8, seeds: [0, 1]);
        await using var undisturbed = await GridCluster.StartAsync(silos: 1, firstWorker: 0);
        await undisturbed.SubmitAsync(plan);
        await undisturbed.UntilDoneAsync(plan.Sweep);
        var expected = await undisturbed.ResultAsync(plan);

        var disturbedPlan = TestSweeps.Plan("disturbed", pretrainEpochs: 8, blockEpochs: 8, seeds: [0, 1]);
        await using var disturbed = await GridCluster.StartAsync(silos: 3, firstWorker: 1);
        await disturbed.SubmitAsync(disturbedPlan);
        await disturbed.Cluster.StopSiloAsync(await disturbed.UntilTrainingAsync(disturbedPlan.Sweep), TestContext.Current.CancellationToken);
        await disturbed.UntilDoneAsync(disturbedPlan.Sweep);
        var result = await disturbed.ResultAsync(disturbedPlan);

        Assert.All(result.Cells, cell => Assert.Equal(CellState.Completed, cell.State));
        Assert.Equal(expected.Cells.Select(cell => cell.Weights), result.Cells.Select(cell => cell.Weights));
        Assert.Contains(result.Cells, cell => cell.Attempts == 2);
    }

    [Fact]
    public async Task Sweep_WorkerSiloAdded_StartsToTrain()
    {
        var plan = TestSweeps.Plan("waiting", pretrainEpochs: 1);
        await using var cluster = await GridCluster.StartAsync(silos: 3, firstWorker: 3);
        await cluster.SubmitAsync(plan);
        await cluster.UntilAsync(plan.Sweep, status => status.Experiments[0].Active is [{ Status: RoundStatus.Waiting }]);

        await cluster.Cluster.StartSilosAsync(1, TestContext.Current.CancellationToken);
        var status = await cluster.UntilDoneAsync(plan.Sweep);

        Assert.Equal(CellState.Completed, status.State);
    }

    /// <summary>What only waits has no record of its own: whoever wanted it knows, and asks again.</summary>
    [Fact]
    public async Task Rounds_WaitingOnASiloThatIsKilled_AreAllInLineAgain()
    {
        var plan = TestSweeps.Plan("killed", seeds: [.. Enumerable.Range(0, 24)]);
        await using var cluster = await GridCluster.StartAsync(silos: 3, firstWorker: 3);
        await cluster.SubmitAsync(plan);
        var pool = cluster.Grains.GetGrain<IGpuPoolGrain>(IGpuPoolGrain.Default);
        while ((await pool.GetStatus()).Waiting.Length < plan.Experiments.Length) await Task.Delay(50, TestContext.Current.CancellationToken);
        var grains = new GrainRecords(cluster.Store);
        var first = plan.Experiments.Select(experiment => experiment.Rounds[0].Key).ToArray();
        foreach (var key in first) Assert.Null(await grains.RoundAsync(key, TestContext.Current.CancellationToken));

        await cluster.Cluster.KillSiloAsync(cluster.Cluster.Silos[^1], TestContext.Current.CancellationToken);
        var taken = new HashSet<RoundKey>();
        var slot = new FakeSlot(cluster, "cpu#0", port: 1);
        while (taken.Count < first.Length) taken.Add(new RoundKey((await slot.TakeAsync()).Round.GetPrimaryKeyString()));

        Assert.Equal(first.ToHashSet(), taken);
        foreach (var key in first) Assert.NotNull(await grains.RoundAsync(key, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task TwoSweeps_WithTheSamePretraining_TrainItOnce()
    {
        var (first, second) = (TestSweeps.Plan("first", finetuneEpochs: 1), TestSweeps.Plan("second", finetuneEpochs: 2));
        await using var cluster = await GridCluster.StartAsync(silos: 3, firstWorker: 1);
        await Task.WhenAll(cluster.SubmitAsync(first), cluster.SubmitAsync(second));
        await Task.WhenAll(cluster.UntilDoneAsync(first.Sweep), cluster.UntilDoneAsync(second.Sweep));

        var grains = new GrainRecords(cluster.Store);
        foreach (var round in first.Experiments[0].Rounds.Where(round => round.Recipe is PretrainRecipe))
        {
            Assert.Contains(second.Experiments[0].Rounds, other => other.Key == round.Key);
            var state = await grains.RoundAsync(round.Key, TestContext.Current.CancellationToken);
            Assert.Equal((RoundStatus.Completed, 1, 1), (state!.Status, state.Attempts, state.Fence));
            Assert.Equal(2, state.Askers.Count);
        }
        Assert.All((await cluster.ResultAsync(first)).Cells.Concat((await cluster.ResultAsync(second)).Cells), cell => Assert.Equal(CellState.Completed, cell.State));
    }
}
