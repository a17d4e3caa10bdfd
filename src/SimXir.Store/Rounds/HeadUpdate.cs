using SimXir.Experiments;

namespace SimXir.Store;

/// <summary>What became of a fenced write of a round's head: one of three things, all expected.</summary>
public abstract record HeadUpdate
{
    private HeadUpdate()
    {
    }

    /// <summary>It is done.</summary>
    /// <param name="Head">The head as it is now.</param>
    /// <param name="ETag">Its version.</param>
    /// <param name="Freed">A checkpoint's part to which the head no longer refers.</param>
    public sealed record Done(RoundHead Head, string ETag, PartRef? Freed = null) : HeadUpdate;

    /// <summary>A newer lease has the round: stop, and write nothing more.</summary>
    /// <param name="By">Its fence.</param>
    public sealed record Fenced(long By) : HeadUpdate;

    /// <summary>The round is decided: stop, and use this result.</summary>
    public sealed record AlreadyCommitted(StoredManifest Manifest) : HeadUpdate;
}
