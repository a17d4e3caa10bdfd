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

    /// <summary>What has been counted and is recorded nowhere else yet.</summary>
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
                IdleSeconds: _seconds[(int)SlotTime.Idle],
                WastedSeconds: _seconds[(int)SlotTime.Wasted]);
        }
    }

    /// <summary>So much is recorded elsewhere now. What has been counted since it was read stays, and goes into the next record.</summary>
    public void Forget(SlotLedger recorded)
    {
        lock (_gate)
        {
            Settle();
            _seconds[(int)SlotTime.Useful] -= recorded.UsefulSeconds;
            _seconds[(int)SlotTime.Redone] -= recorded.RedoneSeconds;
            _seconds[(int)SlotTime.Startup] -= recorded.StartupSeconds;
            _seconds[(int)SlotTime.Checkpoint] -= recorded.CheckpointSeconds;
            _seconds[(int)SlotTime.Idle] -= recorded.IdleSeconds;
            _seconds[(int)SlotTime.Wasted] -= recorded.WastedSeconds;
        }
    }

    /// <summary>Idle time before that is in no round's account; how many seconds it was.</summary>
    public double LimitIdle(TimeSpan most)
    {
        lock (_gate)
        {
            Settle();
            var beyond = Math.Max(0, _seconds[(int)SlotTime.Idle] - most.TotalSeconds);
            _seconds[(int)SlotTime.Idle] -= beyond;
            return beyond;
        }
    }

    /// <summary>All that is counted here, but for idle time, was for nothing.</summary>
    public void Waste()
    {
        lock (_gate)
        {
            Settle();
            foreach (var part in new[] { SlotTime.Useful, SlotTime.Redone, SlotTime.Startup, SlotTime.Checkpoint })
            {
                _seconds[(int)SlotTime.Wasted] += _seconds[(int)part];
                _seconds[(int)part] = 0;
            }
        }
    }

    private void Settle()
    {
        var now = time.GetTimestamp();
        _seconds[(int)_running] += time.GetElapsedTime(_since, now).TotalSeconds;
        _since = now;
    }
}
