using SimXir.Experiments;

namespace SimXir.Worker;

/// <summary>How an attempt ended: with a commit, or stopped for a reason.</summary>
public sealed record AttemptOutcome
{
    private AttemptOutcome(StopReason reason, string message, bool parentBroken) => (Reason, Message, ParentBroken) = (reason, message, parentBroken);

    /// <summary>Its manifest, or an earlier owner's, is in the store.</summary>
    public static AttemptOutcome Committed { get; } = new(StopReason.Completed, "", false);

    public StopReason Reason { get; }

    public string Message { get; }

    public bool ParentBroken { get; }

    public bool IsCommitted => Reason == StopReason.Completed;

    public static AttemptOutcome Stopped(StopReason reason, string message, bool parentBroken = false) => new(reason, message, parentBroken);

    public static AttemptOutcome LeaseLost(string message) => new(StopReason.LeaseLost, message, false);
}
