namespace SimXir.Experiments;

/// <summary>Why an attempt at a round stopped. Whether and how often each is tried again stands in the grid's retry policy.</summary>
public enum StopReason
{
    /// <summary>It committed its result; never tried again.</summary>
    Completed,

    /// <summary>A user asked; not tried again until a user asks.</summary>
    Cancelled,

    /// <summary>Its worker was told to leave or make room, after a checkpoint; tried again at once, without limit.</summary>
    Preempted,

    /// <summary>It ran on past its lease and another may have taken over; tried again at once.</summary>
    LeaseLost,

    /// <summary>Its worker fell silent; tried again at once.</summary>
    WorkerLost,

    /// <summary>The device's or the host's memory did not suffice; tried again a few times.</summary>
    OutOfMemory,

    /// <summary>The loss became infinite or not a number: a recorded result, never tried again.</summary>
    Diverged,

    /// <summary>The data is missing or not what the recipe names; not tried again until a user asks.</summary>
    DataFault,

    /// <summary>The store stayed out of reach or refused a write; tried again with growing pauses.</summary>
    StorageFault,

    /// <summary>An error of the program; tried once more, then reported.</summary>
    Bug,
}
