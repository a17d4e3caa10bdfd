using SimXir.Experiments;

namespace SimXir.Grid;

/// <summary>What a sweep remembers; its plan stands in the store.</summary>
public sealed class SweepState
{
    /// <summary>SHA-256 of the plan, by which a submission of the same plan is known; null before the first one.</summary>
    public string? PlanDigest { get; set; }

    /// <summary>Counts the submissions that found the sweep new or ended.</summary>
    public int Submission { get; set; }

    public CellState State { get; set; }

    /// <summary>What a user, or a limit, wants of it.</summary>
    public SweepOrder Order { get; set; }

    /// <summary>Why it is paused or being cancelled, in a sentence; null where it is neither.</summary>
    public string? Held { get; set; }

    /// <summary>How it is served: as its newest submission or a later wish says.</summary>
    public ServiceSpec Service { get; set; } = new();

    /// <summary>When its newest submission came.</summary>
    public DateTimeOffset SubmittedAt { get; set; }

    /// <summary>Slot-seconds of its rounds at the newest look; looked at where there is a limit.</summary>
    public double SlotSeconds { get; set; }

    /// <summary>How its newest submission says that it is served.</summary>
    public ServiceSpec Submitted { get; set; } = new();

    /// <summary>The newest wish for another service that was taken over.</summary>
    public int ServiceSeen { get; set; }

    /// <summary>The newest order in the store that was obeyed.</summary>
    public int OrderSeen { get; set; }

    /// <summary>The experiments that have ended in this submission.</summary>
    public Dictionary<ExperimentId, CellState> Ended { get; set; } = [];

    public List<CausalEntry> Log { get; set; } = [];
}
