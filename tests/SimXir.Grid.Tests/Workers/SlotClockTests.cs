using Microsoft.Extensions.Time.Testing;
using SimXir.Experiments;
using SimXir.Worker;

namespace SimXir.Grid.Tests;

public sealed class SlotClockTests
{
    [Fact]
    public void Read_AfterSwitches_PartsSumToWallTime()
    {
        var time = new FakeTimeProvider();
        var clock = new SlotClock(time);
        foreach (var (part, seconds) in new[] { (SlotTime.Startup, 2), (SlotTime.Useful, 30), (SlotTime.Checkpoint, 1), (SlotTime.Redone, 7), (SlotTime.Idle, 4) })
        {
            clock.Switch(part);
            time.Advance(TimeSpan.FromSeconds(seconds));
        }

        var ledger = clock.Read();

        Assert.Equal((30, 7, 2, 1, 4, 0), (ledger.UsefulSeconds, ledger.RedoneSeconds, ledger.StartupSeconds, ledger.CheckpointSeconds, ledger.IdleSeconds, ledger.WastedSeconds));
        Assert.Equal(44, ledger.TotalSeconds);
    }

    [Fact]
    public void Forget_WhatWasRecorded_LeavesWhatCameSince()
    {
        var time = new FakeTimeProvider();
        var clock = new SlotClock(time);
        clock.Switch(SlotTime.Useful);
        time.Advance(TimeSpan.FromSeconds(5));
        var recorded = clock.Read();
        time.Advance(TimeSpan.FromSeconds(3));
        clock.Forget(recorded);

        Assert.Equal((3, 3), (clock.Read().UsefulSeconds, clock.Read().TotalSeconds));
    }

    [Theory]
    [InlineData(30, 5, 25)]
    [InlineData(3, 3, 0)]
    [InlineData(0, 0, 0)]
    public void LimitIdle_OfASlotThatWaitedForTheExperiment_LeavesItOut(int idle, int left, int beyond)
    {
        var time = new FakeTimeProvider();
        var clock = new SlotClock(time);
        time.Advance(TimeSpan.FromSeconds(idle));
        clock.Switch(SlotTime.Startup);

        Assert.Equal(beyond, clock.LimitIdle(TimeSpan.FromSeconds(5)));
        Assert.Equal(new SlotLedger(IdleSeconds: left), clock.Read());
    }

    [Fact]
    public void Waste_OfWhatWasCounted_LeavesIdleTimeAndTheSum()
    {
        var time = new FakeTimeProvider();
        var clock = new SlotClock(time);
        time.Advance(TimeSpan.FromSeconds(2));
        clock.Switch(SlotTime.Startup);
        time.Advance(TimeSpan.FromSeconds(1));
        clock.Switch(SlotTime.Useful);
        time.Advance(TimeSpan.FromSeconds(5));
        clock.Waste();

        Assert.Equal(new SlotLedger(IdleSeconds: 2, WastedSeconds: 6), clock.Read());
    }
}
