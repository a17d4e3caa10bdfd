namespace SimXir.Experiments;

/// <summary>What a slot must have to be given a sweep's rounds.</summary>
public sealed record NeedsSpec
{
    /// <value>Default null: any device.</value>
    public DeviceKind? Device { get; init; }

    /// <summary>Memory of the slot's device, at least.</summary>
    /// <value>Default null: any; above 0, to 10000.</value>
    public double? MemoryGiB { get; init; }
}
