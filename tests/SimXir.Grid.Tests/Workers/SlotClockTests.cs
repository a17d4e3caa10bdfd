using Microsoft.Extensions.Time.Testing;
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
    public void Restart_Always_BeginsAtZeroAndGoesOnWithTheSamePart()
    {
        var time = new FakeTimeProvider();
        var clock = new SlotClock(time);
        clock.Switch(SlotTime.Useful);
        time.Advance(TimeSpan.FromSeconds(5));
        clock.Restart();
        time.Advance(TimeSpan.FromSeconds(3));

        Assert.Equal((3, 3), (clock.Read().UsefulSeconds, clock.Read().TotalSeconds));
    }
}
