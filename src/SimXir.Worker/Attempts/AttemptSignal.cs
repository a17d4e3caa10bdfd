namespace SimXir.Worker;

/// <summary>What an attempt is asked to do; a later, stronger wish replaces a weaker one.</summary>
public enum AttemptSignal
{
    /// <summary>Go on.</summary>
    None,

    /// <summary>Checkpoint, then stop.</summary>
    Yield,

    /// <summary>Stop at once: a user asked.</summary>
    Cancel,

    /// <summary>Stop at once: the store has refused writes beyond its budget.</summary>
    StoreFailed,

    /// <summary>Stop at once and write nothing more: the lease is gone.</summary>
    Lost,
}
