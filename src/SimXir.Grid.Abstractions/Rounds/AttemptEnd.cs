using SimXir.Experiments;

namespace SimXir.Grid;

/// <summary>How an attempt without a result ended.</summary>
/// <param name="Reason">Why.</param>
/// <param name="Message">The same in a sentence, with its numbers.</param>
/// <param name="Ledger">Where the slot's time went.</param>
/// <param name="ParentBroken">A parent's result was found gone or damaged: its round must look after it first.</param>
[GenerateSerializer, Immutable, Alias("SimXir.AttemptEnd")]
public sealed record AttemptEnd(
    [property: Id(0)] StopReason Reason,
    [property: Id(1)] string Message,
    [property: Id(2)] SlotLedger Ledger,
    [property: Id(3)] bool ParentBroken = false);
