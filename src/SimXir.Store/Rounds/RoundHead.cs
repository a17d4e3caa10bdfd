using SimXir.Experiments;

namespace SimXir.Store;

/// <summary>A round's head.json: who may write, how far it is, and whether it is decided.</summary>
public sealed record RoundHead
{
    /// <summary>The newest lease that took the round; it only grows.</summary>
    public required long Fence { get; init; }

    /// <summary>How many leases took the round.</summary>
    public required int Attempts { get; init; }

    /// <summary>Steps finished at the newest checkpoint; 0 without one.</summary>
    public long Step => Checkpoint?.Step ?? 0;

    /// <summary>The newest checkpoint.</summary>
    public HeadCheckpoint? Checkpoint { get; init; }

    /// <summary>The one before it, for the case that the newest proves unusable.</summary>
    public HeadCheckpoint? Previous { get; init; }

    /// <summary>The manifest on which the round is decided; once it is set, no fence may write any more.</summary>
    public PartRef? Prepared { get; init; }

    /// <summary>Its text, byte for byte, of which manifest.json is made.</summary>
    public string? PreparedText { get; init; }

    /// <summary>Slot time of all attempts up to their newest checkpoint or charge.</summary>
    public SlotLedger Ledger { get; init; } = new();
}
