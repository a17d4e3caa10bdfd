using SimXir.Experiments;
using SimXir.Store;

namespace SimXir.Grid.Tests;

/// <summary>The pool among real grains, with slots that the tests play.</summary>
public sealed class PoolTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Offer_OfAPreemptingSweep_MakesTheRunningRoundYieldAndTakesItsSlot()
    {
        var (low, urgent) = (TestSweeps.Plan("low"), Served(TestSweeps.Plan("urgent", seeds: 5), new ServiceSpec { Priority = 1, Preempt = true }));
        await using var cluster = await GridCluster.StartAsync(silos: 1, firstWorker: 1);
        var slot = new FakeSlot(cluster, "cpu#0", port: 1);
        await cluster.SubmitAsync(low);
        var (round, lease) = await slot.TakeAsync();
        Assert.Equal(RenewReply.Continue, await round.Renew(lease.Fence, null));

        await cluster.SubmitAsync(urgent);
        RenewReply reply;
        while ((reply = await round.Renew(lease.Fence, null)) == RenewReply.Continue) await Task.Delay(50, Cancellation);
        Assert.Equal(RenewReply.Yield, reply);
        await round.Stopped(lease.Fence, new AttemptEnd(StopReason.Preempted, "made room", new SlotLedger()));

        var (_, next) = await slot.TakeAsync();
        Assert.Equal(urgent.Experiments[0].Rounds[0].Recipe, next.Recipe);
        Assert.Contains((await RoundAsync(cluster, low)).Log, entry => entry.Text.StartsWith("makes room for sweep urgent, priority 1: ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Priority_WishedWhileRoundsWait_GoesFirst()
    {
        var (first, second) = (TestSweeps.Plan("first"), TestSweeps.Plan("second", seeds: 5));
        await using var cluster = await GridCluster.StartAsync(silos: 1, firstWorker: 1);
        await cluster.SubmitAsync(first);
        await cluster.SubmitAsync(second);
        await new SweepStore(cluster.Store).WishAsync(second.Sweep, wish => wish with { Priority = 9, ServiceNumber = 1 }, Cancellation);
        var pool = cluster.Grains.GetGrain<IGpuPoolGrain>(IGpuPoolGrain.Default);
        while ((await pool.GetStatus()).Waiting is not [{ Service.Priority: 9 }, _]) await Task.Delay(50, Cancellation);

        var (_, lease) = await new FakeSlot(cluster, "cpu#0", port: 1).TakeAsync();
        Assert.Equal(second.Experiments[0].Rounds[0].Recipe, lease.Recipe);
    }

    [Fact]
    public async Task Worker_ThatFailsThreeRounds_IsQuarantinedAndNoRoundFailsForIt()
    {
        var plan = TestSweeps.Plan("three", seeds: [0, 1, 2]);
        await using var cluster = await GridCluster.StartAsync(silos: 1, firstWorker: 1);
        var (bad, good) = (new FakeSlot(cluster, "cpu#0", port: 1), new FakeSlot(cluster, "cpu#0", port: 2));
        await good.AskAsync();
        await cluster.SubmitAsync(plan);
        foreach (var reason in new[] { StopReason.DataFault, StopReason.Bug, StopReason.OutOfMemory }) await bad.FailAsync(reason);

        Assert.StartsWith("3 different rounds in a row failed on it (", (await bad.AskAsync()).Quarantine, StringComparison.Ordinal);
        var status = await cluster.Grains.GetGrain<IGpuPoolGrain>(IGpuPoolGrain.Default).GetStatus();
        Assert.Equal([bad.Id], status.Quarantined.Select(slot => slot.Worker));
        foreach (var experiment in plan.Experiments)
        {
            var round = (await new GrainRecords(cluster.Store).RoundAsync(experiment.Rounds[0].Key, Cancellation))!;
            Assert.Equal((RoundStatus.Waiting, 0), (round.Status, round.Failures.Count));
            Assert.Contains("tried again on another worker", round.Log.Single(entry => entry.Text.StartsWith("attempt 1 stopped", StringComparison.Ordinal)).Text, StringComparison.Ordinal);
        }
        var (_, lease) = await good.TakeAsync();
        Assert.Equal(2, lease.Attempt);
    }

    [Fact]
    public async Task Round_ThatNoSlotCanRun_SaysSoAndStartsWhenOneJoins()
    {
        var plan = Served(TestSweeps.Plan("gpu"), new ServiceSpec { Needs = new NeedsSpec { Device = DeviceKind.Cuda } });
        await using var cluster = await GridCluster.StartAsync(silos: 1, firstWorker: 1);
        await new FakeSlot(cluster, "cpu#0", port: 1).AskAsync();
        await cluster.SubmitAsync(plan);

        await cluster.UntilAsync(plan.Sweep, status => status.Experiments[0].Active is [{ Obstacle: "no slot of this pool can ever run it: it needs cuda, the pool has 1 cpu slot" }]);
        Assert.Null((await new FakeSlot(cluster, "cpu#0", port: 1).AskAsync()).Round);
        var (_, lease) = await new FakeSlot(cluster, "cuda:0#0", port: 2).TakeAsync();
        Assert.Equal(plan.Experiments[0].Rounds[0].Recipe, lease.Recipe);
    }

    [Fact]
    public async Task Limit_OfSlotTime_PausesTheSweepUntilASubmissionRaisesIt()
    {
        var plan = Served(TestSweeps.Plan("limited"), new ServiceSpec { Limits = new LimitsSpec { SlotSeconds = 0.5 } });
        await using var cluster = await GridCluster.StartAsync(silos: 1, firstWorker: 1);
        var slot = new FakeSlot(cluster, "cpu#0", port: 1);
        await cluster.SubmitAsync(plan);
        var (round, lease) = await slot.TakeAsync();
        while (await round.Renew(lease.Fence, null) == RenewReply.Continue) await Task.Delay(50, Cancellation);
        await round.Stopped(lease.Fence, new AttemptEnd(StopReason.Preempted, "paused", new SlotLedger()));

        var status = await cluster.UntilAsync(plan.Sweep, status => status.State == CellState.Paused && status.Experiments[0].Active.IsEmpty);
        Assert.Equal("its limit of 0.5 slot-seconds is reached", status.Held);
        var raised = Served(plan, new ServiceSpec { Limits = new LimitsSpec { SlotSeconds = 500 } });
        Assert.Equal(SubmitReply.Resumed, await cluster.Grains.GetGrain<ISweepGrain>(plan.Sweep.Value).Submit(new SubmitRequest(raised, SpecWriter.Write(raised.Spec))));
        Assert.Equal(2, (await slot.TakeAsync()).Lease.Attempt);
    }

    private static SweepPlan Served(SweepPlan plan, ServiceSpec service) => plan with { Spec = plan.Spec with { Service = service } };

    private static async Task<RoundState> RoundAsync(GridCluster cluster, SweepPlan plan) =>
        (await new GrainRecords(cluster.Store).RoundAsync(plan.Experiments[0].Rounds[0].Key, Cancellation))!;
}
