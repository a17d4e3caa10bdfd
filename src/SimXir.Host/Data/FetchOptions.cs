namespace SimXir.Host;

/// <summary>How datasets are fetched.</summary>
public sealed record FetchOptions
{
    /// <summary>The folder that gets the official folders.</summary>
    public required string DataFolder { get; init; }

    /// <summary>Serves the official files under their own names in place of their authors; null for the authors.</summary>
    public Uri? Mirror { get; init; }

    /// <summary>A connection over which nothing comes for so long is given up, and another one goes on.</summary>
    /// <value>Default 30 s.</value>
    public TimeSpan StallAfter { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Tries in a row that bring nothing at all before it gives up; any progress begins the count anew.</summary>
    /// <value>Default 6.</value>
    public int Tries { get; init; } = 6;

    /// <summary>Before the second try; doubled, with jitter, before each further one.</summary>
    /// <value>Default 1 s.</value>
    public TimeSpan FirstPause { get; init; } = TimeSpan.FromSeconds(1);
}
