using SimXir.Experiments;
using SimXir.Grid;

namespace SimXir.Host;

/// <summary>One round of an experiment.</summary>
/// <param name="Key">Which.</param>
/// <param name="Title">What the experiment calls it.</param>
/// <param name="Kind">pretrain, finetune, evaluate or import.</param>
/// <param name="Parents">The rounds of the experiment that it starts from.</param>
/// <param name="Status">Where it stands.</param>
/// <param name="Attempts">How many leases took it.</param>
/// <param name="Cached">It was found done when the newest submission first asked.</param>
/// <param name="Holder">The slot that holds it, or did last.</param>
/// <param name="Answer">Why it stands where it stands, in a sentence.</param>
/// <param name="Progress">What its holder last said; null where it does not run.</param>
/// <param name="Checkpoint">Steps finished at its newest checkpoint; null without one.</param>
/// <param name="Ledger">Slot time of all its attempts.</param>
/// <param name="Log">What happened to it, oldest first.</param>
public sealed record RoundView(
    RoundKey Key,
    string Title,
    string Kind,
    IReadOnlyList<RoundKey> Parents,
    RoundStatus Status,
    int Attempts,
    bool Cached,
    string? Holder,
    string Answer,
    RoundProgress? Progress,
    long? Checkpoint,
    SlotLedger Ledger,
    IReadOnlyList<CausalEntry> Log);
