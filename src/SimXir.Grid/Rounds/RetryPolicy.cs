using SimXir.Experiments;

namespace SimXir.Grid;

/// <summary>Each stop reason's own retry budget and back-off. A preemption or a lost worker never uses up what a fault of the run may use.</summary>
public static class RetryPolicy
{
    private static readonly RetryRule Never = new(0, TimeSpan.Zero, TimeSpan.Zero);

    /// <summary>The rule of a reason that ends an attempt without a result.</summary>
    public static RetryRule For(StopReason reason) => reason switch
    {
        StopReason.Preempted => new(null, TimeSpan.Zero, TimeSpan.Zero),
        StopReason.LeaseLost => new(null, TimeSpan.Zero, TimeSpan.Zero),
        StopReason.WorkerLost => new(10, TimeSpan.Zero, TimeSpan.Zero),
        StopReason.OutOfMemory => new(2, TimeSpan.FromSeconds(10), TimeSpan.FromMinutes(1)),
        StopReason.StorageFault => new(10, TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(1)),
        StopReason.Bug => new(1, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(1)),
        StopReason.Cancelled or StopReason.DataFault => Never,
        StopReason.Completed or StopReason.Diverged => Never,
        _ => throw new ArgumentOutOfRangeException(nameof(reason), reason, "a stop reason without a retry rule"),
    };
}
