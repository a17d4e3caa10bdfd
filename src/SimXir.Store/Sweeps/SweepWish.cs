using SimXir.Experiments;

namespace SimXir.Store;

/// <summary>What users have asked of a sweep since it was submitted, for whoever drives it now or later.</summary>
/// <remarks>What is asked is an event, not a state: it holds until a later submission or wish. So it carries a number, and who has obeyed remembers it.</remarks>
public sealed record SweepWish
{
    public SweepOrder Order { get; init; }

    /// <summary>Grows with each order; 0 before the first.</summary>
    public int OrderNumber { get; init; }

    /// <summary>Null: as the spec says.</summary>
    public int? Priority { get; init; }

    /// <summary>Null: as the spec says.</summary>
    public double? Weight { get; init; }

    /// <summary>Null: as the spec says.</summary>
    public bool? Preempt { get; init; }

    /// <summary>Grows with each wish for another priority, weight or preemption; 0 before the first.</summary>
    public int ServiceNumber { get; init; }

    public DateTimeOffset At { get; init; }

    /// <summary>How the sweep is served where this is wished.</summary>
    public ServiceSpec Change(ServiceSpec service) => service with
    {
        Priority = Priority ?? service.Priority,
        Weight = Weight ?? service.Weight,
        Preempt = Preempt ?? service.Preempt,
    };
}
