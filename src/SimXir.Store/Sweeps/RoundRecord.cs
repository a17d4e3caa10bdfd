using SimXir.Experiments;

namespace SimXir.Store;

/// <summary>What the store knows of one round.</summary>
/// <param name="Round">The planned round.</param>
/// <param name="Manifest">Its manifest, once it is committed.</param>
/// <param name="Head">Its head, read only without a manifest.</param>
/// <param name="Fault">Why one of them could not be read.</param>
internal sealed record RoundRecord(PlannedRound Round, RoundManifest? Manifest, RoundHead? Head, string? Fault)
{
    public bool HasStarted => Manifest is not null || Head is not null;

    public int Attempts => Manifest?.Attempts ?? Head?.Attempts ?? 0;

    public SlotLedger Ledger => Manifest?.Ledger ?? Head?.Ledger ?? new SlotLedger();
}
