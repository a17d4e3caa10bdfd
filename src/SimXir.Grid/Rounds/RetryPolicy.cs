using SimXir.Experiments;

namespace SimXir.Grid;

/// <summary>Each stop reason's own retry budget and back-off. A preemption or a lost worker never uses up what a fault of the run may use.</summary>
public static class RetryPolicy
{
    /// <summary>No reason pauses a round for longer.</summary>
    public static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(1);

    private static readonly RetryRule Never = new(0, TimeSpan.Zero, TimeSpan.Zero);

    /// <summary>The rule of a reason that ends an attempt without a result.</summary>
    public static RetryRule For(StopReason reason) => reason switch
    {
        StopReason.Preempted => new(null, TimeSpan.Zero, TimeSpan.Zero),
        StopReason.LeaseLost => new(null, TimeSpan.Zero, TimeSpan.Zero),
        StopReason.WorkerLost => new(10, TimeSpan.Zero, TimeSpan.Zero),
        StopReason.OutOfMemory => new(2, TimeSpan.FromSeconds(10), LongestPause),
        StopReason.StorageFault => new(3, TimeSpan.FromSeconds(1), LongestPause), // a store that is gone was waited out before: this one stays
        StopReason.Bug => new(1, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(1)),
        StopReason.Cancelled or StopReason.DataFault => Never,
        StopReason.Completed or StopReason.Diverged => Never,
        _ => throw new ArgumentOutOfRangeException(nameof(reason), reason, "a stop reason without a retry rule"),
    };
}
