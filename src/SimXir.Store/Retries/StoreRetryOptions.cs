namespace SimXir.Store;

/// <summary>How long a store's transient faults are waited out.</summary>
public sealed record StoreRetryOptions
{
    /// <summary>The pause after the first fault; it doubles, with jitter, up to <see cref="LongestPause"/>.</summary>
    /// <value>Default 0.2 s; above 0.</value>
    public TimeSpan FirstPause { get; init; } = TimeSpan.FromSeconds(0.2);

    /// <value>Default 10 s; FirstPause or more.</value>
    public TimeSpan LongestPause { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>The most that one try of a small operation, or of one block of a large one, may take.</summary>
    /// <value>Default 30 s; above 0.</value>
    public TimeSpan TryTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>When a small operation gives up. A large upload gives up when a part of it does.</summary>
    /// <value>Default 2 min; TryTimeout or more.</value>
    public TimeSpan Budget { get; init; } = TimeSpan.FromMinutes(2);
}
