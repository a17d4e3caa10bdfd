using Microsoft.Extensions.Time.Testing;
using SimXir.Experiments;

namespace SimXir.Grid.Tests;

public sealed class SlotRosterTests
{
    private static readonly WorkerId Bad = new("127.0.0.1:1@1", "cpu#0");
    private static readonly WorkerId Good = new("127.0.0.1:2@2", "cpu#0");
    private readonly FakeTimeProvider _time = new();
    private readonly SlotRoster _slots;

    public SlotRosterTests() => _slots = new SlotRoster(_time);

    [Fact]
    public void QuarantineOf_ThreeRoundsInARow_SaysWhich()
    {
        See(Bad, Good);
        _slots.Ended(Key(1), Bad, StopReason.Bug);
        _slots.Ended(Key(1), Bad, StopReason.Bug);
        _slots.Ended(Key(2), Bad, StopReason.OutOfMemory);
        Assert.Null(_slots.QuarantineOf(Bad));
        _slots.Ended(Key(3), Bad, StopReason.StorageFault);

        Assert.Equal($"3 different rounds in a row failed on it ({Key(1).Prefix} Bug, {Key(2).Prefix} OutOfMemory, {Key(3).Prefix} StorageFault)", _slots.QuarantineOf(Bad));
        Assert.Null(_slots.QuarantineOf(Good));
        Assert.Equal([Bad], _slots.Quarantined.Select(slot => slot.Worker));
    }

    [Theory]
    [InlineData(StopReason.Completed, false)]
    [InlineData(StopReason.Diverged, false)]
    [InlineData(StopReason.Preempted, true)]
    [InlineData(StopReason.Cancelled, true)]
    [InlineData(StopReason.WorkerLost, true)]
    public void QuarantineOf_OtherEndsBetween_OnlyAResultBreaksTheRow(StopReason between, bool quarantined)
    {
        See(Bad, Good);
        _slots.Ended(Key(1), Bad, StopReason.Bug);
        _slots.Ended(Key(2), Bad, StopReason.Bug);
        _slots.Ended(Key(4), Bad, between);
        _slots.Ended(Key(3), Bad, StopReason.Bug);

        Assert.Equal(quarantined, _slots.QuarantineOf(Bad) is not null);
    }

    [Fact]
    public void QuarantineOf_RoundsThatFailOnAnotherSlotToo_CountForNeither()
    {
        See(Bad, Good);
        for (var n = 1; n <= 5; n++)
        {
            _slots.Ended(Key(n), Bad, StopReason.Bug);
            _slots.Ended(Key(n), Good, StopReason.Bug);
        }

        Assert.Null(_slots.QuarantineOf(Bad));
        Assert.Null(_slots.QuarantineOf(Good));
    }

    [Fact]
    public void QuarantineOf_TheOnlySlot_WaitsForAnother()
    {
        See(Bad);
        for (var n = 1; n <= 3; n++) _slots.Ended(Key(n), Bad, StopReason.Bug);

        Assert.Null(_slots.QuarantineOf(Bad));
        See(Good);
        Assert.NotNull(_slots.QuarantineOf(Bad));
    }

    [Fact]
    public void MayRun_AfterAFailure_LeavesTheRoundToAnUntriedSlotWhileThereIsOne()
    {
        See(Bad, Good);
        var round = new WaitingRound(Key(1), new SweepId("a"), new ServiceSpec(), [Bad]);

        Assert.False(_slots.MayRun(new SlotOffer(Bad), round));
        Assert.True(_slots.MayRun(new SlotOffer(Good), round));
        _slots.Leave(Good);
        Assert.True(_slots.MayRun(new SlotOffer(Bad), round));
    }

    [Fact]
    public void ObstacleOf_WhatNoSlotHas_IsToldUntilOneComes()
    {
        var needs = new NeedsSpec { Device = DeviceKind.Cuda, MemoryGiB = 20 };
        Assert.Null(_slots.ObstacleOf(needs));
        See(Bad, Good);
        Assert.Equal("no slot of this pool can ever run it: it needs cuda with 20 GiB, the pool has 2 cpu slots", _slots.ObstacleOf(needs));
        _slots.See(new SlotOffer(new WorkerId("127.0.0.1:3@3", "cuda:0#0"), MemoryGiB: 16));
        Assert.Equal("no slot of this pool can ever run it: it needs cuda with 20 GiB, the pool has 2 cpu slots and 1 cuda slot with 16 GiB", _slots.ObstacleOf(needs));
        _slots.See(new SlotOffer(new WorkerId("127.0.0.1:3@3", "cuda:1#0"), MemoryGiB: 24));
        Assert.Null(_slots.ObstacleOf(needs));
    }

    [Fact]
    public void Known_AfterAMinuteOfSilence_IsForgottenUnlessItWorks()
    {
        See(Bad, Good);
        _time.Advance(TimeSpan.FromSeconds(50));
        _slots.See(Good);
        _time.Advance(TimeSpan.FromSeconds(20));

        Assert.Equal([Good], _slots.Known.Select(slot => slot.Worker));
    }

    private void See(params WorkerId[] workers)
    {
        foreach (var worker in workers) _slots.See(new SlotOffer(worker));
    }

    private static RoundKey Key(int n) => new(n.ToString("x64", System.Globalization.CultureInfo.InvariantCulture));
}
