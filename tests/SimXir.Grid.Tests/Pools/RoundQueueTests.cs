using Microsoft.Extensions.Time.Testing;
using SimXir.Experiments;

namespace SimXir.Grid.Tests;

public sealed class RoundQueueTests
{
    private static readonly SlotOffer Slot = new(new WorkerId("127.0.0.1:1@1", "cpu#0"));
    private static readonly WorkerId Other = new("127.0.0.1:2@2", "cpu#0");
    private readonly FakeTimeProvider _time = new();
    private readonly RoundQueue _queue;

    public RoundQueueTests() => _queue = new RoundQueue(_time);

    [Fact]
    public void TakeNext_OneSweep_ServesInOrderOfArrival()
    {
        _queue.Offer(Round(1, "a"));
        _queue.Offer(Round(2, "a"));
        _queue.Offer(Round(1, "a"));

        Assert.Equal([Key(1), Key(2), null], Take(3));
    }

    [Fact]
    public void TakeNext_TwoSweeps_SharesTheSlots()
    {
        foreach (var n in Enumerable.Range(1, 4)) _queue.Offer(Round(n, "big"));
        foreach (var n in Enumerable.Range(5, 2)) _queue.Offer(Round(n, "small"));

        Assert.Equal([Key(1), Key(5), Key(2), Key(6)], Take(4));
    }

    [Fact]
    public void Reclaim_RoundThatNoSlotTookUp_WaitsAgain()
    {
        _queue.Offer(Round(1, "a"));
        _queue.Offer(Round(2, "a"));
        Assert.Equal([Key(1), Key(2)], Take(2));
        _queue.Serve(Round(2, "a"), Other);
        _time.Advance(TimeSpan.FromSeconds(3));

        Assert.True(_queue.Reclaim(TimeSpan.FromSeconds(2)));

        Assert.Equal([Key(1), null], Take(2));
        Assert.False(_queue.Reclaim(TimeSpan.FromSeconds(2)));
    }

    [Fact]
    public void Withdraw_ServedRound_FreesItsSweepsShare()
    {
        _queue.Offer(Round(1, "a"));
        Assert.Equal(Key(1), Next());
        _queue.Withdraw(Key(1));
        _queue.Offer(Round(2, "a"));
        _queue.Offer(Round(3, "b"));

        Assert.Equal([Key(2), Key(3)], Take(2));
    }

    [Fact]
    public void Offer_OfAServedRound_PutsItBackInLine()
    {
        _queue.Offer(Round(1, "a"));
        Assert.Equal(Key(1), Next());
        Assert.Null(Next());
        _queue.Offer(Round(1, "a"));

        Assert.Equal(Key(1), Next());
    }

    [Fact]
    public void TakeNext_HigherPriority_GoesFirst()
    {
        _queue.Offer(Round(1, "low"));
        _queue.Offer(Round(2, "high", new ServiceSpec { Priority = 1 }));
        _queue.Offer(Round(3, "high", new ServiceSpec { Priority = 1 }));

        Assert.Equal([Key(2), Key(3), Key(1)], Take(3));
    }

    [Fact]
    public void Offer_WithAnotherPriority_MovesTheWholeSweep()
    {
        _queue.Offer(Round(1, "a"));
        _queue.Offer(Round(2, "b"));
        _queue.Offer(Round(3, "b"));
        _queue.Offer(Round(3, "b", new ServiceSpec { Priority = 5 }));

        Assert.Equal([Key(2), Key(3), Key(1)], Take(3));
    }

    [Fact]
    public void TakeNext_RoundThatTheSlotMayNotRun_IsPassedOver()
    {
        _queue.Offer(Round(1, "a"));
        _queue.Offer(Round(2, "a"));

        Assert.Equal(Key(2), _queue.TakeNext(Slot, round => round.Key != Key(1)));
        Assert.Null(_queue.TakeNext(Slot, round => round.Key != Key(1)));
    }

    [Fact]
    public void TakeVictim_Preempting_MakesTheLowestPriorityMakeRoomOnce()
    {
        _queue.Serve(Round(1, "middle", new ServiceSpec { Priority = 1 }), Slot.Worker);
        _queue.Serve(Round(2, "low"), Other);
        var (polite, urgent) = (Round(3, "polite", new ServiceSpec { Priority = 2 }), Round(4, "urgent", new ServiceSpec { Priority = 2, Preempt = true }));
        _queue.Offer(polite);
        _queue.Offer(urgent);

        Assert.Null(_queue.TakeVictim(polite, _ => true));
        Assert.Null(_queue.TakeVictim(urgent, _ => false));
        Assert.Equal(Key(2), _queue.TakeVictim(urgent, _ => true)?.Round.Key);
        Assert.Null(_queue.TakeVictim(urgent, _ => true));
        Assert.Equal(urgent, _queue.RoomFor(Key(2)));
        _queue.Withdraw(Key(4));
        Assert.Null(_queue.RoomFor(Key(2)));
    }

    [Fact]
    public void TakeVictim_NothingOfALowerPriority_IsNull()
    {
        _queue.Serve(Round(1, "same"), Slot.Worker);
        var urgent = Round(2, "urgent", new ServiceSpec { Preempt = true });
        _queue.Offer(urgent);

        Assert.Null(_queue.TakeVictim(urgent, _ => true));
    }

    private RoundKey? Next() => _queue.TakeNext(Slot, _ => true);

    private RoundKey?[] Take(int count) => [.. Enumerable.Range(0, count).Select(_ => Next())];

    private static WaitingRound Round(int n, string sweep, ServiceSpec? service = null) => new(Key(n), new SweepId(sweep), service ?? new ServiceSpec(), []);

    private static RoundKey Key(int n) => new(n.ToString("x64", System.Globalization.CultureInfo.InvariantCulture));
}
