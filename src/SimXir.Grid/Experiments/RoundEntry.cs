namespace SimXir.Grid;

/// <summary>What an experiment knows of one of its rounds.</summary>
/// <param name="Status">As the round last reported.</param>
/// <param name="Cached">It was found done when this submission first asked.</param>
/// <param name="Reason">Why it failed, diverged or cannot be done; while it waits, why no slot can ever run it.</param>
/// <param name="SlotSeconds">For how long it had held slots when it ended; 0 where it was found done.</param>
public sealed record RoundEntry(RoundStatus Status, bool Cached = false, string? Reason = null, double SlotSeconds = 0)
{
    public bool HasEnded => Status is RoundStatus.Completed or RoundStatus.Diverged or RoundStatus.Failed;
}
