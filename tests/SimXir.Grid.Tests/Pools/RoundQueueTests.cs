using SimXir.Experiments;

namespace SimXir.Grid.Tests;

public sealed class RoundQueueTests
{
    private readonly RoundQueue _queue = new();

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
    public void Withdraw_ServedRound_FreesItsSweepsShare()
    {
        _queue.Offer(Round(1, "a"));
        Assert.Equal(Key(1), _queue.TakeNext());
        _queue.Withdraw(Key(1));
        _queue.Offer(Round(2, "a"));
        _queue.Offer(Round(3, "b"));

        Assert.Equal([Key(2), Key(3)], Take(2));
    }

    [Fact]
    public void Offer_OfAServedRound_PutsItBackInLine()
    {
        _queue.Offer(Round(1, "a"));
        Assert.Equal(Key(1), _queue.TakeNext());
        Assert.Null(_queue.TakeNext());
        _queue.Offer(Round(1, "a"));

        Assert.Equal(Key(1), _queue.TakeNext());
    }

    private RoundKey?[] Take(int count) => [.. Enumerable.Range(0, count).Select(_ => _queue.TakeNext())];

    private static WaitingRound Round(int n, string sweep) => new(Key(n), new SweepId(sweep));

    private static RoundKey Key(int n) => new(n.ToString("x64", System.Globalization.CultureInfo.InvariantCulture));
}
