using Microsoft.Extensions.Time.Testing;
using SimXir.Experiments;

namespace SimXir.Grid.Tests;

public sealed class ExperimentWalkTests
{
    private readonly ExperimentPlan _plan = Recipes.Experiment();
    private readonly ExperimentState _state = new() { State = CellState.Running };

    private ExperimentWalk Walk => new(_plan, _state, new FakeTimeProvider());

    [Fact]
    public void TakeReady_StepByStep_FollowsTheDag()
    {
        Assert.Equal(["pretrain 1/2"], Ready());
        Assert.Empty(Ready());
        End("pretrain 1/2");
        Assert.Equal(["pretrain 2/2"], Ready());
        End("pretrain 2/2");
        Assert.Equal(["evaluate baseline", "simxir 1/1", "variant 1/1"], Ready());
        End("simxir 1/1");
        Assert.Equal(["evaluate simxir"], Ready());
    }

    [Fact]
    public void Settle_AllRoundsCompleted_EndsOnce()
    {
        RunAll(RoundStatus.Completed);

        Assert.True(Walk.Settle());
        Assert.Equal(CellState.Completed, _state.State);
        Assert.False(Walk.Settle());
    }

    [Theory]
    [InlineData(RoundStatus.Failed, CellState.Failed)]
    [InlineData(RoundStatus.Diverged, CellState.Completed)]
    public void Settle_BrokenPretraining_EndsItsChildrenWithItsReason(RoundStatus broken, CellState expected)
    {
        Ready();
        Walk.Apply(new RoundReport(Key("pretrain 1/2"), broken, Reason: "it broke"), first: false);
        while (!Walk.Settle()) Assert.Empty(Ready());

        Assert.Equal(expected, _state.State);
        Assert.All(_state.Rounds.Values, entry => Assert.Equal((broken, "it broke"), (entry.Status, entry.Reason)));
    }

    [Fact]
    public void Apply_FirstAnswerIsAnEnd_MarksItCached()
    {
        Ready();
        Walk.Apply(new RoundReport(Key("pretrain 1/2"), RoundStatus.Completed), first: true);
        Ready();
        Walk.Apply(new RoundReport(Key("pretrain 2/2"), RoundStatus.Leased), first: true);
        Walk.Apply(new RoundReport(Key("pretrain 2/2"), RoundStatus.Completed), first: false);

        Assert.True(_state.Rounds[Key("pretrain 1/2")].Cached);
        Assert.False(_state.Rounds[Key("pretrain 2/2")].Cached);
    }

    [Fact]
    public void Apply_ParentBroken_AsksForTheParentAgain()
    {
        Ready();
        End("pretrain 1/2");
        Ready();
        Walk.Apply(new RoundReport(Key("pretrain 2/2"), RoundStatus.Idle, ParentBroken: true), first: false);

        Assert.Equal(["pretrain 1/2"], Ready());
        End("pretrain 1/2");
        Assert.Equal(["pretrain 2/2"], Ready());
    }

    [Fact]
    public void Apply_ReportAfterTheEnd_ChangesNothing()
    {
        Ready();
        End("pretrain 1/2");

        Assert.False(Walk.Apply(new RoundReport(Key("pretrain 1/2"), RoundStatus.Waiting), first: false));
        Assert.Equal(RoundStatus.Completed, _state.Rounds[Key("pretrain 1/2")].Status);
    }

    [Fact]
    public void Obey_PauseAndResume_KeepsWhatIsOpen()
    {
        Ready();

        Assert.True(Walk.Obey(SweepOrder.Pause));
        Assert.False(Walk.Obey(SweepOrder.Pause));
        Assert.Equal(CellState.Paused, _state.State);
        Assert.False(Walk.Settle());
        Assert.True(Walk.Obey(SweepOrder.Run));
        Assert.Equal(["pretrain 1/2"], Walk.Open().Select(round => round.Title));
    }

    [Fact]
    public void Obey_CancelOfAnEndedOne_ChangesNothing()
    {
        RunAll(RoundStatus.Completed);
        Walk.Settle();

        Assert.False(Walk.Obey(SweepOrder.Cancel));
        Assert.Equal(CellState.Completed, _state.State);
    }

    private IEnumerable<string> Ready() => Walk.TakeReady().Select(round => round.Title).Order(StringComparer.Ordinal);

    private void End(string title) => Assert.True(Walk.Apply(new RoundReport(Key(title), RoundStatus.Completed), first: false));

    private void RunAll(RoundStatus status)
    {
        while (Walk.TakeReady() is { Count: > 0 } ready)
        {
            foreach (var round in ready) Walk.Apply(new RoundReport(round.Key, status), first: false);
        }
    }

    private RoundKey Key(string title) => _plan.Rounds.Single(round => round.Title == title).Key;
}
