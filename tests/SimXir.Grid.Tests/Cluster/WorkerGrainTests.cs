using SimXir.Experiments;

namespace SimXir.Grid.Tests;

/// <summary>A worker can be reached by its address, wherever the caller is.</summary>
public sealed class WorkerGrainTests
{
    [Fact]
    public async Task Drain_OfATrainingWorker_GivesItsRoundToAnother()
    {
        var plan = TestSweeps.Plan("drained", pretrainEpochs: 20, blockEpochs: 20);
        await using var cluster = await GridCluster.StartAsync(silos: 3, firstWorker: 1);
        await cluster.SubmitAsync(plan);
        var silo = await cluster.UntilTrainingAsync(plan.Sweep);
        var id = new WorkerId(silo.SiloAddress.ToParsableString(), "cpu#0");
        var worker = cluster.Grains.GetGrain<IGpuWorkerGrain>(id.ToString());

        var seen = await worker.Look();
        await worker.Drain();
        var status = await cluster.UntilDoneAsync(plan.Sweep);

        Assert.Equal((id, 1, false), (seen.Id, seen.Threads, seen.Draining));
        Assert.Contains(plan.Experiments[0].Rounds, round => round.Key == seen.Round);
        Assert.True((await worker.Look()).Draining);
        Assert.Equal(CellState.Completed, status.State);
        var log = (await new GrainRecords(cluster.Store).RoundAsync(seen.Round!.Value, TestContext.Current.CancellationToken))!.Log;
        Assert.Contains(log, entry => entry.Text.Contains("stopped: Preempted", StringComparison.Ordinal));
    }
}
