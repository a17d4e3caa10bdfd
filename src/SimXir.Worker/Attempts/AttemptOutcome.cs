using SimXir.Experiments;
using SimXir.Grid;

namespace SimXir.Worker;

/// <summary>How an attempt ended: with a commit, or stopped for a reason.</summary>
public sealed record AttemptOutcome
{
    private AttemptOutcome(StopReason reason, string message, bool parentBroken) => (Reason, Message, ParentBroken) = (reason, message, parentBroken);

    /// <summary>Another's manifest decides the round.</summary>
    public static AttemptOutcome Decided { get; } = new(StopReason.Completed, "", false);

    /// <summary>What it has committed itself; null where it has not.</summary>
    public Commitment? Own { get; private init; }

    public StopReason Reason { get; }

    public string Message { get; }

    public bool ParentBroken { get; }

    public bool IsCommitted => Reason == StopReason.Completed;

    public static AttemptOutcome Committed(RoundManifest manifest) => new(StopReason.Completed, "", false) { Own = Commitment.Of(manifest) };

    public static AttemptOutcome Stopped(StopReason reason, string message, bool parentBroken = false) => new(reason, message, parentBroken);

    public static AttemptOutcome LeaseLost(string message) => new(StopReason.LeaseLost, message, false);
}
