using Microsoft.Extensions.Time.Testing;
using SimXir.Experiments;
using SimXir.Store;

namespace SimXir.Grid.Tests;

public sealed class RoundLifecycleTests
{
    private static readonly PlannedRound Round = Recipes.Round("pretrain 1/2");
    private static readonly ExperimentId Asker = Recipes.Experiment().Id;
    private static readonly WorkerId Worker = new("127.0.0.1:1@1", "cpu#0");
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));
    private readonly RoundState _state = new();

    private RoundLifecycle Life => new(Round.Key, _state, _time);

    [Fact]
    public void Grant_WhileWaiting_RaisesTheFenceEachTime()
    {
        Asked();

        Assert.Equal(1, Life.Grant(Worker));
        Assert.Null(Life.Grant(Worker));
        Life.End(Ended(StopReason.Preempted));
        Assert.Equal(2, Life.Grant(Worker));
        Assert.True(Life.IsHeldBy(2));
        Assert.False(Life.IsHeldBy(1));
    }

    [Fact]
    public void WantedFor_OfSharedWork_CountsFromTheFirstWhoStillWantsIt()
    {
        var (early, late) = (_time.GetUtcNow() - TimeSpan.FromMinutes(9), _time.GetUtcNow() - TimeSpan.FromMinutes(2));
        Assert.Equal(TimeSpan.Zero, Life.WantedFor);
        foreach (var (sweep, since) in new[] { ("late", late), ("early", early), ("later", _time.GetUtcNow()) })
            Life.Ask(new RoundRequest(Round.Recipe, Round.Title, Asker with { Sweep = new SweepId(sweep) }, Fresh: true) { Since = since });
        Assert.Equal(TimeSpan.FromMinutes(9), Life.WantedFor);

        foreach (var sweep in new[] { "late", "early", "later" }) Life.Leave(Asker with { Sweep = new SweepId(sweep) }, SweepOrder.Pause);
        Life.Ask(new RoundRequest(Round.Recipe, Round.Title, Asker with { Sweep = new SweepId("early") }, Fresh: true) { Since = _time.GetUtcNow() });
        _time.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(TimeSpan.FromMinutes(1), Life.WantedFor);
    }

    [Fact]
    public void End_Preempted_NeverFailsAndNeverPauses()
    {
        Asked();
        for (var attempt = 1; attempt <= 1000; attempt++)
        {
            Assert.Equal(attempt, Life.Grant(Worker));
            Life.End(Ended(StopReason.Preempted));
        }
        Assert.Equal(RoundStatus.Waiting, _state.Status);
    }

    [Theory]
    [InlineData(StopReason.Bug, 2)]
    [InlineData(StopReason.OutOfMemory, 3)]
    [InlineData(StopReason.StorageFault, 4)]
    [InlineData(StopReason.WorkerLost, 11)]
    [InlineData(StopReason.DataFault, 1)]
    [InlineData(StopReason.Cancelled, 1)]
    public void End_BudgetSpent_FailsWithTheReason(StopReason reason, int attempts)
    {
        Asked();
        for (var attempt = 1; attempt <= attempts; attempt++)
        {
            Assert.Equal(RoundStatus.Waiting, _state.Status);
            _time.Advance(TimeSpan.FromMinutes(2));
            Assert.NotNull(Life.Grant(Worker));
            Life.End(Ended(reason));
        }
        Assert.Equal(RoundStatus.Failed, _state.Status);
        Assert.Equal($"{reason}: it broke", _state.Reason);
    }

    [Fact]
    public void End_EachReason_HasItsOwnBudget()
    {
        Asked();
        Once(StopReason.Bug);
        Once(StopReason.OutOfMemory);
        Once(StopReason.OutOfMemory);
        Once(StopReason.StorageFault);
        Assert.Equal(RoundStatus.Waiting, _state.Status);
        Once(StopReason.Bug);
        Assert.Equal(RoundStatus.Failed, _state.Status);
    }

    [Fact]
    public void Grant_AfterAFaultOnASiloWhoseClockIsMinutesAhead_IsMade()
    {
        Asked();
        _time.Advance(TimeSpan.FromMinutes(10));
        Once(StopReason.StorageFault);

        Assert.NotNull(new RoundLifecycle(Round.Key, _state, new FakeTimeProvider(_time.Start)).Grant(Worker));
    }

    [Fact]
    public void Grant_DuringThePauseAfterAFault_IsRefused()
    {
        Asked();
        Life.Grant(Worker);
        Life.End(Ended(StopReason.OutOfMemory));

        Assert.Null(Life.Grant(Worker));
        _time.Advance(TimeSpan.FromSeconds(9.9));
        Assert.Null(Life.Grant(Worker));
        _time.Advance(TimeSpan.FromSeconds(0.2));
        Assert.Equal(2, Life.Grant(Worker));
    }

    [Fact]
    public void Ask_FreshAfterFailure_WaitsWithANewBudget()
    {
        Asked();
        Once(StopReason.DataFault);
        Assert.Equal(RoundStatus.Failed, _state.Status);

        Life.Ask(Wish(fresh: false));
        Assert.Equal(RoundStatus.Failed, _state.Status);
        Life.Ask(Wish(fresh: true));
        Assert.Equal(RoundStatus.Waiting, _state.Status);
        Assert.Empty(_state.Failures);
        Assert.Null(_state.Reason);
    }

    [Fact]
    public void Ask_BySeveralExperiments_KeepsEachOnce()
    {
        var other = Recipes.Experiment("other").Id;
        Life.Ask(Wish(fresh: true));
        Life.Ask(Wish(fresh: true));
        Life.Ask(Wish(fresh: true) with { Experiment = other });

        Assert.Equal([Asker, other], _state.Askers);
        Assert.Contains(_state.Log, entry => entry.Text == $"shared with {other}, which wants the same work");
    }

    [Fact]
    public void End_ParentBroken_IsIdleAndSpendsNothingForGood()
    {
        Asked();
        Life.Grant(Worker);
        Life.End(Ended(StopReason.DataFault) with { ParentBroken = true });

        Assert.Equal(RoundStatus.Idle, _state.Status);
        Assert.Null(_state.Holder);
    }

    [Fact]
    public void Leave_OfTheOnlyAskerWhileWaiting_TakesItOffTheLine()
    {
        Asked();

        Assert.True(Life.Leave(Asker, SweepOrder.Pause));
        Assert.False(Life.Leave(Asker, SweepOrder.Pause));
        Assert.Equal(RoundStatus.Idle, _state.Status);
        Assert.Null(Life.Grant(Worker));
        Life.Ask(Wish(fresh: false));
        Assert.Equal([Asker], _state.Askers);
        Assert.Empty(_state.Paused);
    }

    [Theory]
    [InlineData(SweepOrder.Pause, RenewReply.Yield, StopReason.Preempted)]
    [InlineData(SweepOrder.Cancel, RenewReply.Cancel, StopReason.Cancelled)]
    public void Leave_OfTheOnlyAskerWhileHeld_StopsTheWorkerAndSpendsNothing(SweepOrder order, RenewReply answer, StopReason reason)
    {
        Asked();
        for (var again = 0; again < 20; again++)
        {
            var fence = Life.Grant(Worker);
            Assert.Equal(RenewReply.Continue, Life.Answer());
            Life.Leave(Asker, order);
            Assert.Equal(answer, Life.Answer());
            Assert.True(Life.IsHeldBy(fence!.Value));
            Life.End(Ended(reason));
            Assert.Equal((RoundStatus.Idle, null), (_state.Status, _state.Reason));
            Life.Ask(Wish(fresh: false));
            Life.Wait("a test");
        }
        Assert.DoesNotContain(StopReason.Cancelled, _state.Failures.Keys);
    }

    [Fact]
    public void Leave_OfOneOfTwoAskers_LetsItGoOn()
    {
        var other = Recipes.Experiment("other").Id;
        Asked();
        Life.Ask(Wish(fresh: true) with { Experiment = other });
        Life.Grant(Worker);

        Life.Leave(Asker, SweepOrder.Cancel);
        Assert.Equal(RenewReply.Continue, Life.Answer());
        Assert.Equal($"{Asker} is cancelled; it goes on for {other}", _state.Log[^1].Text);
        Life.Leave(other, SweepOrder.Pause);
        Assert.Equal(RenewReply.Yield, Life.Answer());
        Life.Leave(other, SweepOrder.Cancel);
        Assert.Equal(RenewReply.Cancel, Life.Answer());
    }

    [Fact]
    public void End_CancelledButWantedAgainMeanwhile_WaitsAgain()
    {
        Asked();
        Life.Grant(Worker);
        Life.Leave(Asker, SweepOrder.Cancel);
        Life.Ask(Wish(fresh: true));
        Life.End(Ended(StopReason.Cancelled));

        Assert.Equal(RoundStatus.Waiting, _state.Status);
        Assert.Equal(2, Life.Grant(Worker));
    }

    [Theory]
    [InlineData(StopReason.Bug, 4)]
    [InlineData(StopReason.DataFault, 3)]
    public void End_WithOtherWorkersThere_IsTriedOnTwoMoreBeforeItsBudgetCounts(StopReason reason, int attempts)
    {
        Asked();
        for (var attempt = 1; attempt <= attempts; attempt++)
        {
            Assert.Equal(RoundStatus.Waiting, _state.Status);
            _time.Advance(TimeSpan.FromMinutes(2));
            Life.Grant(Worker with { Device = $"cpu#{attempt}" });
            Life.End(Ended(reason), elsewhere: true);
        }
        Assert.Equal(RoundStatus.Failed, _state.Status);
    }

    [Fact]
    public void MakeRoom_WhileHeld_YieldsThoughItIsWantedAndWaitsAgain()
    {
        Asked();
        Assert.False(Life.MakeRoom(new SweepId("urgent"), 5));
        Life.Grant(Worker);

        Assert.True(Life.MakeRoom(new SweepId("urgent"), 5));
        Assert.False(Life.MakeRoom(new SweepId("urgent"), 5));
        Assert.Equal(RenewReply.Yield, Life.Answer());
        Life.End(Ended(StopReason.Preempted));
        Assert.Equal(RoundStatus.Waiting, _state.Status);
        Life.Grant(Worker);
        Assert.Equal(RenewReply.Continue, Life.Answer());
    }

    [Fact]
    public void Wanted_BySeveralSweeps_GoesOnTheAccountOfTheHighestPriority()
    {
        Asked();
        var urgent = Recipes.Experiment("urgent").Id;
        Life.Ask(Wish(fresh: true) with { Experiment = urgent, Service = new ServiceSpec { Priority = 3 } });

        Assert.Equal((urgent.Sweep, 3), (Life.Wanted().Sweep, Life.Wanted().Service.Priority));
        Life.Leave(urgent, SweepOrder.Pause);
        Assert.Equal((Asker.Sweep, 0), (Life.Wanted().Sweep, Life.Wanted().Service.Priority));
    }

    [Fact]
    public void Report_OfSlotTime_SumsAllAttempts()
    {
        Asked();
        Life.Grant(Worker);
        _time.Advance(TimeSpan.FromSeconds(7));
        Life.End(Ended(StopReason.Preempted));
        _time.Advance(TimeSpan.FromSeconds(100));
        Assert.Equal(7, Life.Report().SlotSeconds);
        Life.Grant(Worker);
        _time.Advance(TimeSpan.FromSeconds(3));

        Assert.Equal(10, Life.Report().SlotSeconds);
    }

    [Fact]
    public void Obstructed_IsNewsOnce()
    {
        Asked();

        Assert.True(Life.Obstructed("no slot can run it"));
        Assert.False(Life.Obstructed("no slot can run it"));
        Assert.Equal("no slot can run it", Life.Report().Reason);
        Assert.True(Life.Obstructed(null));
        Assert.Equal("a slot has come that can run it", _state.Log[^1].Text);
    }

    [Fact]
    public void Log_ManyAttempts_KeepsTheNewest()
    {
        Asked();
        for (var attempt = 0; attempt < 200; attempt++) Once(StopReason.Preempted);

        Assert.Equal(CausalLog.Length, _state.Log.Count);
        Assert.Contains("attempt 200 stopped: Preempted", _state.Log[^1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public void TakenBy_AHolderThatFellSilent_IsTheTimeSinceItsNewestRecord()
    {
        Asked();
        Life.Grant(Worker);
        var granted = _time.GetUtcNow();
        _time.Advance(TimeSpan.FromSeconds(30));
        var checkpoint = new HeadCheckpoint(new PartRef(new string('a', 64), 1), 1, 1, granted.AddSeconds(12), Fence: 1);
        RoundHead Head(long fence) => new() { Fence = fence, Attempts = 1, Checkpoint = checkpoint with { Fence = fence } };

        Assert.Equal(25, Life.TakenBy(null, TimeSpan.FromSeconds(5)).WastedSeconds);
        Assert.Equal(13, Life.TakenBy(Head(1), TimeSpan.FromSeconds(5)).WastedSeconds);
        Assert.Equal(25, Life.TakenBy(Head(7), TimeSpan.FromSeconds(5)).WastedSeconds);
        Life.End(new AttemptEnd(StopReason.WorkerLost, "gone", Life.TakenBy(Head(1), TimeSpan.FromSeconds(5))));
        Assert.Equal((13, 13), (_state.Lost.WastedSeconds, _state.Wasted[StopReason.WorkerLost]));
    }

    private static AttemptEnd Ended(StopReason reason) => new(reason, "it broke", new SlotLedger());

    private static RoundRequest Wish(bool fresh) => new(Round.Recipe, Round.Title, Asker, fresh);

    private void Asked()
    {
        Life.Ask(Wish(fresh: true));
        Life.Wait("a test");
    }

    private void Once(StopReason reason)
    {
        _time.Advance(TimeSpan.FromMinutes(2));
        Assert.NotNull(Life.Grant(Worker));
        Life.End(Ended(reason));
    }
}
