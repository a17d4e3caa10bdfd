using SimXir.Experiments;

namespace SimXir.Worker;

/// <summary>Divides a slot's wall time: at every moment exactly one part of the ledger is running, so the parts sum to the whole.</summary>
public sealed class SlotClock(TimeProvider time)
{
    private readonly Lock _gate = new();
    private readonly double[] _seconds = new double[Enum.GetValues<SlotTime>().Length];
    private SlotTime _running = SlotTime.Idle;
    private long _since = time.GetTimestamp();

    /// <summary>From now on time counts as that.</summary>
    public void Switch(SlotTime part)
    {
        lock (_gate)
        {
            Settle();
            _running = part;
        }
    }

    /// <summary>What has been counted since the last <see cref="Restart"/>.</summary>
    public SlotLedger Read()
    {
        lock (_gate)
        {
            Settle();
            return new SlotLedger(
                UsefulSeconds: _seconds[(int)SlotTime.Useful],
                RedoneSeconds: _seconds[(int)SlotTime.Redone],
                StartupSeconds: _seconds[(int)SlotTime.Startup],
                CheckpointSeconds: _seconds[(int)SlotTime.Checkpoint],
                IdleSeconds: _seconds[(int)SlotTime.Idle]);
        }
    }

    /// <summary>Forgets what was counted, once it is recorded elsewhere.</summary>
    public void Restart()
    {
        lock (_gate)
        {
            Settle();
            Array.Clear(_seconds);
        }
    }

    private void Settle()
    {
        var now = time.GetTimestamp();
        _seconds[(int)_running] += time.GetElapsedTime(_since, now).TotalSeconds;
        _since = now;
    }
}
