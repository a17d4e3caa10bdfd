namespace SimXir.Grid;

/// <summary>What a holder is told when it renews.</summary>
[GenerateSerializer, Alias("SimXir.RenewReply")]
public enum RenewReply
{
    /// <summary>Go on.</summary>
    Continue,

    /// <summary>Checkpoint, then give the slot back.</summary>
    Yield,

    /// <summary>The lease is another's or gone: stop, write nothing more.</summary>
    Lost,

    /// <summary>Stop at once and give the slot back: a user asked.</summary>
    Cancel,
}
