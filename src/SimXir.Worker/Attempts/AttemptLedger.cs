using SimXir.Experiments;

namespace SimXir.Worker;

/// <summary>The slot time of a round: what its records hold already, and what the slot has spent since. A second stands in exactly one
/// place: in the slot's clock, until a head, a manifest or the round's memory holds it.</summary>
public sealed class AttemptLedger(SlotClock clock)
{
    private readonly Lock _gate = new();
    private SlotLedger _recorded = new();

    /// <summary>Takes over what the head says of earlier attempts.</summary>
    public void Begin(SlotLedger before)
    {
        lock (_gate) _recorded = before;
    }

    /// <summary>All attempts until now.</summary>
    public SlotLedger ToDate()
    {
        lock (_gate) return _recorded + clock.Read();
    }

    /// <summary>So much stands in the head, or in the manifest.</summary>
    public void Saved(SlotLedger ledger)
    {
        lock (_gate)
        {
            clock.Forget(ledger - _recorded);
            WorkerMeter.Record(ledger - _recorded);
            _recorded = ledger;
        }
    }

    /// <summary>What this attempt spent that no record holds. Idle time is not its fault, nor is a stop that was asked for and went on
    /// from its checkpoint; anything else was for nothing.</summary>
    public SlotLedger Lost(StopReason reason)
    {
        lock (_gate)
        {
            if (reason != StopReason.Preempted) clock.Waste();
            return clock.Read();
        }
    }

    /// <summary>The round's memory holds it now.</summary>
    public void Told(SlotLedger lost)
    {
        clock.Forget(lost);
        WorkerMeter.Record(lost);
    }
}
