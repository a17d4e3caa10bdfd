using SimXir.Experiments;
using SimXir.Store;

namespace SimXir.Grid.Tests;

/// <summary>Users' orders while a real sweep trains.</summary>
public sealed class ControlTests
{
    private static readonly TimeSpan SlotFree = TimeSpan.FromSeconds(5);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Pause_OfOneOfTwoSweeps_LeavesTheSharedRoundToTheOtherAndResumesItsOwn()
    {
        var (kept, held) = (TestSweeps.Plan("kept", pretrainEpochs: 6, blockEpochs: 6), TestSweeps.Plan("held", finetuneEpochs: 2, pretrainEpochs: 8, blockEpochs: 8));
        await using var cluster = await GridCluster.StartAsync(silos: 2, firstWorker: 1);
        await cluster.SubmitAsync(kept);
        await cluster.UntilTrainingAsync(kept.Sweep);
        await cluster.SubmitAsync(held);
        await OrderAsync(cluster, held.Sweep, SweepOrder.Pause);
        await cluster.UntilAsync(held.Sweep, status => status.State == CellState.Paused && status.Experiments.All(experiment => experiment.State == CellState.Paused));
        await cluster.UntilDoneAsync(kept.Sweep);

        var shared = (await new GrainRecords(cluster.Store).RoundAsync(kept.Experiments[0].Rounds[0].Key, Cancellation))!;
        Assert.Equal((RoundStatus.Completed, 1), (shared.Status, shared.Attempts));
        var tuned = held.Experiments[0].Rounds.Single(round => round.Recipe is FinetuneRecipe);
        Assert.Null(await new GrainRecords(cluster.Store).RoundAsync(tuned.Key, Cancellation));

        await OrderAsync(cluster, held.Sweep, SweepOrder.Run);
        Assert.Equal(CellState.Completed, (await cluster.UntilDoneAsync(held.Sweep)).State);
    }

    [Fact]
    public async Task Cancel_WhileTraining_FreesTheSlotAndASubmissionStartsAgain()
    {
        var plan = TestSweeps.Plan("cancelled", pretrainEpochs: 30, blockEpochs: 30);
        await using var cluster = await GridCluster.StartAsync(silos: 2, firstWorker: 1);
        await cluster.SubmitAsync(plan);
        var silo = await cluster.UntilTrainingAsync(plan.Sweep);
        var worker = cluster.Grains.GetGrain<IGpuWorkerGrain>(new WorkerId(silo.SiloAddress.ToParsableString(), "cpu#0").ToString());

        var since = TimeProvider.System.GetTimestamp();
        await OrderAsync(cluster, plan.Sweep, SweepOrder.Cancel);
        while ((await worker.Look()).Round is not null) await Task.Delay(20, Cancellation);
        Assert.True(TimeProvider.System.GetElapsedTime(since) < SlotFree);
        await cluster.UntilAsync(plan.Sweep, status => status.State == CellState.Cancelled);
        Assert.Contains((await RoundAsync(cluster, plan)).Log, entry => entry.Text.Contains("stopped: Cancelled: a user asked; nobody wants it now", StringComparison.Ordinal));

        var again = await cluster.Grains.GetGrain<ISweepGrain>(plan.Sweep.Value).Submit(new SubmitRequest(plan, SpecWriter.Write(plan.Spec)));
        Assert.Equal(SubmitReply.Restarted, again);
        await cluster.UntilTrainingAsync(plan.Sweep);
        await OrderAsync(cluster, plan.Sweep, SweepOrder.Cancel);
        await cluster.UntilAsync(plan.Sweep, status => status.State == CellState.Cancelled);
    }

    private static async Task<RoundState> RoundAsync(GridCluster cluster, SweepPlan plan) =>
        (await new GrainRecords(cluster.Store).RoundAsync(plan.Experiments[0].Rounds[0].Key, Cancellation))!;

    /// <summary>As the program does it: through the store alone.</summary>
    private static Task<SweepWish> OrderAsync(GridCluster cluster, SweepId sweep, SweepOrder order) =>
        new SweepStore(cluster.Store).WishAsync(sweep, wish => wish with { Order = order, OrderNumber = wish.OrderNumber + 1 }, Cancellation);
}
