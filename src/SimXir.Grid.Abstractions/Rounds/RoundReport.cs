using SimXir.Experiments;

namespace SimXir.Grid;

/// <summary>How a round stands.</summary>
/// <param name="Key">Which.</param>
/// <param name="Status">Where it stands.</param>
/// <param name="Progress">What its holder last said.</param>
/// <param name="Reason">Why it failed or diverged, or why no slot can ever run it, in a sentence.</param>
/// <param name="ParentBroken">It could not start because a parent's result is gone or damaged.</param>
/// <param name="SlotSeconds">For how long it has held slots, all attempts together.</param>
[GenerateSerializer, Immutable, Alias("SimXir.RoundReport")]
public sealed record RoundReport(
    [property: Id(0)] RoundKey Key,
    [property: Id(1)] RoundStatus Status,
    [property: Id(2)] RoundProgress? Progress = null,
    [property: Id(3)] string? Reason = null,
    [property: Id(4)] bool ParentBroken = false,
    [property: Id(5)] double SlotSeconds = 0)
{
    /// <summary>Whether nothing more will happen to it by itself.</summary>
    public bool HasEnded => Status is RoundStatus.Completed or RoundStatus.Diverged or RoundStatus.Failed;
}
