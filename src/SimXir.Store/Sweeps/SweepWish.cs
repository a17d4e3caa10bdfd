using SimXir.Experiments;

namespace SimXir.Store;

/// <summary>What users have asked of a sweep since it was submitted, for whoever drives it now or later.</summary>
/// <remarks>An order is an event, not a state: it holds until a later submission or order. So it carries a number, and who has obeyed remembers it.</remarks>
public sealed record SweepWish
{
    public SweepOrder Order { get; init; }

    /// <summary>Grows with each order; 0 before the first.</summary>
    public int OrderNumber { get; init; }

    public DateTimeOffset At { get; init; }
}
