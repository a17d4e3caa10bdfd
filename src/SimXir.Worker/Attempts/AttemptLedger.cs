using SimXir.Experiments;

namespace SimXir.Worker;

/// <summary>The slot time of a round: what earlier attempts left in the head, and what this one adds.</summary>
public sealed class AttemptLedger(SlotClock clock)
{
    private readonly Lock _gate = new();
    private SlotLedger _before = new();
    private SlotLedger _saved = new();

    /// <summary>Takes over what the head says of earlier attempts.</summary>
    public void Begin(SlotLedger before)
    {
        lock (_gate) (_before, _saved) = (before, before);
    }

    /// <summary>All attempts until now.</summary>
    public SlotLedger ToDate()
    {
        lock (_gate) return _before + clock.Read();
    }

    /// <summary>So much stands in the head.</summary>
    public void Saved(SlotLedger ledger)
    {
        lock (_gate) _saved = ledger;
    }

    /// <summary>What this attempt spent that its head does not hold: lost with it, but for idle time.</summary>
    public SlotLedger TakeLost()
    {
        lock (_gate)
        {
            var now = _before + clock.Read();
            var idle = now.IdleSeconds - _saved.IdleSeconds;
            clock.Restart();
            return new SlotLedger(WastedSeconds: now.TotalSeconds - _saved.TotalSeconds - idle, IdleSeconds: idle);
        }
    }
}
