namespace SimXir.Store;

/// <summary>What may be garbage.</summary>
public enum GarbageKind
{
    /// <summary>Content: weights, optimizer states, checkpoints, prepared manifests.</summary>
    Part,

    /// <summary>A round's manifest, head, metrics and logs.</summary>
    RoundRecord,

    /// <summary>What a sweep, an experiment or a round remembers.</summary>
    GrainRecord,
}
