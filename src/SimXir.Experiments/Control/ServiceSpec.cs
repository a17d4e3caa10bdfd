namespace SimXir.Experiments;

/// <summary>How a sweep is served among others. Nothing in it changes a result, so it is neither part of the plan nor of a round key, and a sweep
/// may be submitted again with another.</summary>
public sealed record ServiceSpec
{
    /// <summary>Rounds of a higher priority are served first.</summary>
    /// <value>Default 0; -100 to 100.</value>
    public int Priority { get; init; }

    /// <summary>The share of slot time among sweeps of one priority.</summary>
    /// <value>Default 1; 0.1 to 100.</value>
    public double Weight { get; init; } = 1;

    /// <summary>Whether a waiting round makes one of a lower priority checkpoint and give its slot back.</summary>
    /// <value>Default false: what runs is not disturbed.</value>
    public bool Preempt { get; init; }

    /// <summary>What its slots must have.</summary>
    public NeedsSpec Needs { get; init; } = new();

    /// <summary>Where it stops by itself.</summary>
    public LimitsSpec Limits { get; init; } = new();
}
