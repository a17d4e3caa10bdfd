using System.Collections.Immutable;
using SimXir.Experiments;

namespace SimXir.Store;

/// <summary>What became of a commit: one of three things, all expected.</summary>
public abstract record CommitOutcome
{
    private CommitOutcome()
    {
    }

    /// <summary>This manifest decided the round.</summary>
    /// <param name="Manifest">It, as it is stored.</param>
    /// <param name="Freed">Checkpoints' parts to which neither head nor manifest refers any more.</param>
    public sealed record Committed(StoredManifest Manifest, ImmutableArray<PartRef> Freed) : CommitOutcome;

    /// <summary>Another manifest had decided the round.</summary>
    public sealed record AlreadyCommitted(StoredManifest Manifest) : CommitOutcome;

    /// <summary>A newer lease has the round; nothing was committed.</summary>
    /// <param name="By">Its fence.</param>
    public sealed record Fenced(long By) : CommitOutcome;
}
