namespace SimXir.Grid;

/// <summary>Where a round stands.</summary>
[GenerateSerializer, Alias("SimXir.RoundStatus")]
public enum RoundStatus
{
    /// <summary>Nobody has asked for it, or its parents must be made first.</summary>
    Idle,

    /// <summary>It waits for a slot.</summary>
    Waiting,

    /// <summary>A worker holds its lease.</summary>
    Leased,

    /// <summary>Its manifest is committed.</summary>
    Completed,

    /// <summary>Its manifest is committed and says that training diverged.</summary>
    Diverged,

    /// <summary>Its retries are spent.</summary>
    Failed,
}
