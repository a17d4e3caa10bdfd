using SimXir.Experiments;

namespace SimXir.Host;

/// <summary>What became of a sweep under faults.</summary>
public sealed record RigReport
{
    public int Cells { get; init; }

    public int CellsCompleted { get; init; }

    public int Rounds { get; init; }

    public int RoundsCommitted { get; init; }

    /// <summary>Manifests that changed after they had been committed; must be 0.</summary>
    public int RoundsCommittedTwice { get; init; }

    /// <summary>Rounds that were granted once more after their commit; must be 0.</summary>
    public int RoundsRunAgain { get; init; }

    /// <summary>Committed rounds with a part that is gone or does not have its hash; must be 0.</summary>
    public int RoundsDamaged { get; init; }

    /// <summary>Rounds whose causal log does not tell of every grant, every stop and the commit; must be 0.</summary>
    public int RoundsUnexplained { get; init; }

    /// <summary>All grants.</summary>
    public int Attempts { get; init; }

    public SlotLedger Ledger { get; init; } = new();

    /// <summary>Whether nothing was lost, doubled or redone, and everything is explained.</summary>
    public bool IsSound => Cells == CellsCompleted && Rounds == RoundsCommitted && (RoundsCommittedTwice, RoundsRunAgain, RoundsDamaged, RoundsUnexplained) == (0, 0, 0, 0);
}
