using SimXir.Experiments;
using SimXir.Store;

namespace SimXir.Grid;

/// <summary>What a round remembers across a loss of its grain.</summary>
public sealed class RoundState
{
    public RoundRecipe? Recipe { get; set; }

    public string Title { get; set; } = "";

    public RoundStatus Status { get; set; }

    /// <summary>The newest fence that was ever granted.</summary>
    public long Fence { get; set; }

    public WorkerId? Holder { get; set; }

    public int Attempts { get; set; }

    /// <summary>When the newest lease was granted.</summary>
    public DateTimeOffset? GrantedAt { get; set; }

    /// <summary>For how long ended attempts have held slots.</summary>
    public double SlotSeconds { get; set; }

    /// <summary>The furthest step that an ended attempt had told of.</summary>
    public long ReachedStep { get; set; }

    /// <summary>Ended attempts by reason, since the last fresh start.</summary>
    public Dictionary<StopReason, int> Failures { get; set; } = [];

    /// <summary>No grant before this moment: the pause after a failure.</summary>
    public DateTimeOffset? NotBefore { get; set; }

    /// <summary>Why no slot of the pool can ever run it; null where one can.</summary>
    public string? Obstacle { get; set; }

    /// <summary>Why it failed or diverged.</summary>
    public string? Reason { get; set; }

    /// <summary>Who wants it now, and is told of changes.</summary>
    public List<ExperimentId> Askers { get; set; } = [];

    /// <summary>Who will want it again when a user lets them go on; told of changes too.</summary>
    public List<ExperimentId> Paused { get; set; } = [];

    /// <summary>Since when the first of those who want it now has been at work; null where nobody wants it.</summary>
    public DateTimeOffset? WantedSince { get; set; }

    /// <summary>How its askers' sweeps are served.</summary>
    public Dictionary<SweepId, ServiceSpec> Services { get; set; } = [];

    /// <summary>Workers on which it has failed, since the last fresh start.</summary>
    public List<WorkerId> Tried { get; set; } = [];

    /// <summary>What its holder is asked to do where nobody wants it now or another wants the slot more; none since the newest grant.</summary>
    public RoundStop Stop { get; set; }

    /// <summary>Slot time of attempts that ended without a result.</summary>
    public SlotLedger Lost { get; set; } = new();

    /// <summary>The wasted part of <see cref="Lost"/> in seconds, by the reason of the stop.</summary>
    public Dictionary<StopReason, double> Wasted { get; set; } = [];

    public List<CausalEntry> Log { get; set; } = [];

    /// <summary>Until when its running attempt's slot time stands in a record: its newest checkpoint, else its grant; null before any.</summary>
    public DateTimeOffset? RecordedAt(RoundHead? head) => head?.Checkpoint is { } checkpoint && checkpoint.Fence == Fence ? checkpoint.At : GrantedAt;
}
