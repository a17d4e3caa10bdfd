using Microsoft.Extensions.Time.Testing;
using SimXir.Experiments;
using SimXir.Store;

namespace SimXir.Grid.Tests;

public sealed class SweepLifecycleTests
{
    private static readonly ExperimentId First = Recipes.Experiment("first").Id;
    private static readonly ExperimentId Second = Recipes.Experiment("second").Id;
    private readonly FakeTimeProvider _time = new();
    private readonly SweepState _state = new();
    private int _orders;

    private SweepLifecycle Life => new(_state, _time);

    [Fact]
    public void Take_Pause_HoldsUntilAResume()
    {
        Submit();

        Assert.True(Take(SweepOrder.Pause));
        Assert.Equal((CellState.Paused, SweepOrder.Pause, "a user asked"), (_state.State, _state.Order, _state.Held));
        Assert.True(Life.IsOpen);
        Assert.Equal(SubmitReply.Paused, Submit());
        Assert.True(Take(SweepOrder.Run));
        Assert.Equal((CellState.Running, SweepOrder.Run, null), (_state.State, _state.Order, _state.Held));
        Assert.Equal(1, _state.Submission);
    }

    [Fact]
    public void Take_OrderThatWasObeyed_DoesNothing()
    {
        Submit();
        Take(SweepOrder.Pause);

        Assert.False(Life.Take(new SweepWish { Order = SweepOrder.Pause, OrderNumber = 1 }));
        Assert.True(Take(SweepOrder.Run));
        Assert.False(Life.Take(new SweepWish { Order = SweepOrder.Pause, OrderNumber = 1 }));
        Assert.Equal(CellState.Running, _state.State);
    }

    [Fact]
    public void Take_Cancel_EndsWithTheLastExperimentAndTakesNoFurtherOrder()
    {
        Submit();
        Take(SweepOrder.Cancel);
        Assert.Equal((CellState.Running, SweepOrder.Cancel), (_state.State, _state.Order));
        Take(SweepOrder.Run);
        Assert.Equal(SweepOrder.Cancel, _state.Order);

        Life.End(First, 1, CellState.Completed, 2);
        Assert.True(Life.IsOpen);
        Life.End(Second, 1, CellState.Cancelled, 2);

        Assert.Equal((CellState.Cancelled, false), (_state.State, Life.IsOpen));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Submit_OfACancelledSweep_StartsItAgain(bool experimentsKnow)
    {
        Submit();
        Take(SweepOrder.Cancel);
        if (experimentsKnow)
        {
            Life.End(First, 1, CellState.Cancelled, 2);
            Life.End(Second, 1, CellState.Cancelled, 2);
        }

        Assert.Equal(SubmitReply.Restarted, Submit());
        Assert.Equal((CellState.Running, SweepOrder.Run, 2, 0), (_state.State, _state.Order, _state.Submission, _state.Ended.Count));
        Assert.False(Life.End(First, 1, CellState.Cancelled, 2));
    }

    [Fact]
    public void End_OfTheLastExperimentWhilePaused_EndsTheSweep()
    {
        Submit();
        Take(SweepOrder.Pause);
        Life.End(First, 1, CellState.Failed, 2);
        Life.End(Second, 1, CellState.Completed, 2);

        Assert.Equal((CellState.Failed, null), (_state.State, _state.Held));
        Assert.True(Take(SweepOrder.Cancel));
        Assert.Equal(CellState.Failed, _state.State);
        Assert.Equal(SubmitReply.Repeated, Submit());
    }

    [Fact]
    public void Serve_SpecAndWishes_TheNewestWordHolds()
    {
        Submit(new ServiceSpec { Priority = 1, Weight = 2 });
        Life.Take(new SweepWish { Priority = 5, ServiceNumber = 1 });
        Assert.Equal(new ServiceSpec { Priority = 5, Weight = 2 }, _state.Service);

        Submit(new ServiceSpec { Priority = 1, Weight = 2 });
        Assert.False(Life.Take(new SweepWish { Priority = 5, ServiceNumber = 1 }));
        Assert.Equal(5, _state.Service.Priority);
        Submit(new ServiceSpec { Priority = 2 });
        Assert.False(Life.Take(new SweepWish { Priority = 5, ServiceNumber = 1 }));
        Assert.Equal(2, _state.Service.Priority);
    }

    [Fact]
    public void Limit_OfSlotTime_PausesUntilItIsRaised()
    {
        Submit(SlotSeconds(3600));
        Assert.False(Life.Limit(3599));
        Assert.True(Life.Limit(3600.5));
        Assert.Equal((CellState.Paused, "its limit of 3600 slot-seconds is reached"), (_state.State, _state.Held));
        Assert.False(Life.Limit(3700));

        Assert.Equal(SubmitReply.Paused, Submit(SlotSeconds(3600)));
        Assert.Equal(SubmitReply.Paused, Submit(SlotSeconds(3600.25)));
        Assert.Equal("its limit of 3600.25 slot-seconds is reached", _state.Held);
        Assert.Equal(SubmitReply.Resumed, Submit(SlotSeconds(7200)));
        Assert.Equal((CellState.Running, null, 1), (_state.State, _state.Held, _state.Submission));
    }

    [Fact]
    public void Limit_OfWallTime_CountsFromTheSubmission()
    {
        Submit(new ServiceSpec { Limits = new LimitsSpec { WallTime = TimeSpan.FromHours(2) } });
        _time.Advance(TimeSpan.FromMinutes(119));
        Assert.False(Life.Limit(0));
        _time.Advance(TimeSpan.FromMinutes(1));
        Assert.True(Life.Limit(0));

        Assert.Equal("its limit of 2h since it was submitted is reached", _state.Held);
        Assert.Equal(SubmitReply.Resumed, Submit(new ServiceSpec()));
        Assert.False(Life.Limit(0));
    }

    [Fact]
    public void Submit_WithAHigherLimit_LeavesAUsersPauseAlone()
    {
        Submit(SlotSeconds(10));
        Take(SweepOrder.Pause);

        Assert.Equal(SubmitReply.Paused, Submit(SlotSeconds(20)));
        Assert.Equal("a user asked", _state.Held);
    }

    private static ServiceSpec SlotSeconds(double limit) => new() { Limits = new LimitsSpec { SlotSeconds = limit } };

    private SubmitReply Submit() => Submit(new ServiceSpec());

    private SubmitReply Submit(ServiceSpec service) => Life.Submit("digest", service, experiments: 2);

    private bool Take(SweepOrder order) => Life.Take(new SweepWish { Order = order, OrderNumber = ++_orders });
}
