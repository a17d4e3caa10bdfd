using SimXir.Experiments;

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

    /// <summary>The furthest step that an ended attempt had told of.</summary>
    public long ReachedStep { get; set; }

    /// <summary>Ended attempts by reason, since the last fresh start.</summary>
    public Dictionary<StopReason, int> Failures { get; set; } = [];

    /// <summary>No grant before this moment: the pause after a failure.</summary>
    public DateTimeOffset? NotBefore { get; set; }

    /// <summary>Why it failed or diverged.</summary>
    public string? Reason { get; set; }

    /// <summary>Who is told of changes.</summary>
    public List<ExperimentId> Askers { get; set; } = [];

    /// <summary>Slot time of attempts that ended without a result.</summary>
    public SlotLedger Lost { get; set; } = new();

    /// <summary>The wasted part of <see cref="Lost"/> in seconds, by the reason of the stop.</summary>
    public Dictionary<StopReason, double> Wasted { get; set; } = [];

    public List<CausalEntry> Log { get; set; } = [];
}
