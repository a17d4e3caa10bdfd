namespace SimXir.Experiments;

/// <summary>Where a sweep is paused by itself; submitted again with a higher limit, it goes on.</summary>
public sealed record LimitsSpec
{
    /// <summary>Seconds for which its rounds have held slots, all attempts together.</summary>
    /// <value>Default null: no limit; above 0, to 1000000000.</value>
    public double? SlotSeconds { get; init; }

    /// <summary>Time since it was submitted, at work or not.</summary>
    /// <value>Default null: no limit; above 0, to 10000 days.</value>
    public TimeSpan? WallTime { get; init; }
}
