using Microsoft.Extensions.Time.Testing;
using SimXir.Experiments;
using SimXir.Worker;

namespace SimXir.Grid.Tests;

/// <summary>A slot's day: every second of it stands in exactly one record, or in the clock.</summary>
public sealed class AttemptLedgerTests
{
    private readonly FakeTimeProvider _time = new();
    private readonly SlotClock _clock;
    private double _spent;

    public AttemptLedgerTests() => _clock = new SlotClock(_time);

    [Fact]
    public void Records_OfASlotsDay_SumToItsWallTime()
    {
        var first = Begin(new SlotLedger());
        Spend(SlotTime.Startup, 2);
        Spend(SlotTime.Useful, 20);
        var checkpoint = first.ToDate();
        Spend(SlotTime.Useful, 1); // while the upload runs
        first.Saved(checkpoint);
        Spend(SlotTime.Useful, 9);
        var manifest = first.ToDate();
        Spend(SlotTime.Checkpoint, 0.5); // the commit itself
        first.Saved(manifest);

        Spend(SlotTime.Idle, 4);
        var second = Begin(new SlotLedger(UsefulSeconds: 7)); // of an earlier attempt elsewhere
        Spend(SlotTime.Startup, 1);
        Spend(SlotTime.Redone, 6);
        var lost = second.Lost(StopReason.OutOfMemory);
        Spend(SlotTime.Checkpoint, 0.25); // while the round is told
        second.Told(lost);

        var third = Begin(new SlotLedger());
        Spend(SlotTime.Useful, 5);
        third.Lost(StopReason.LeaseLost); // nobody is told
        Spend(SlotTime.Idle, 1);

        var fourth = Begin(new SlotLedger());
        Spend(SlotTime.Useful, 3);
        var last = fourth.ToDate();
        fourth.Saved(last);

        Assert.Equal(new SlotLedger(UsefulSeconds: 30, StartupSeconds: 2), manifest);
        Assert.Equal(new SlotLedger(IdleSeconds: 4, WastedSeconds: 7.5), lost);
        Assert.Equal(new SlotLedger(UsefulSeconds: 3, IdleSeconds: 1, WastedSeconds: 5.25), last);
        Assert.Equal(_spent, manifest.TotalSeconds + lost.TotalSeconds + last.TotalSeconds, 1e-9);
        Assert.Equal(0, _clock.Read().TotalSeconds, 1e-9);
    }

    [Fact]
    public void Lost_ByAPreemption_IsNoWaste()
    {
        var ledger = Begin(new SlotLedger());
        Spend(SlotTime.Useful, 5);
        ledger.Saved(ledger.ToDate());
        Spend(SlotTime.Checkpoint, 1);

        Assert.Equal(new SlotLedger(CheckpointSeconds: 1), ledger.Lost(StopReason.Preempted));
    }

    private AttemptLedger Begin(SlotLedger before)
    {
        var ledger = new AttemptLedger(_clock);
        ledger.Begin(before);
        return ledger;
    }

    private void Spend(SlotTime part, double seconds)
    {
        _clock.Switch(part);
        _time.Advance(TimeSpan.FromSeconds(seconds));
        _spent += seconds;
    }
}
