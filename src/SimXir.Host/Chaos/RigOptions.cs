namespace SimXir.Host;

/// <summary>How a rig's members are run.</summary>
public sealed record RigOptions
{
    /// <summary>The simxir program.</summary>
    public required string Program { get; init; }

    /// <summary>The store that they share.</summary>
    public required string Store { get; init; }

    /// <summary>A folder for the rig's own files.</summary>
    public required string Folder { get; init; }

    /// <summary>The folder with the official dataset folders; null where only shipped data is used.</summary>
    public string? DataFolder { get; init; }

    /// <summary>Torch threads of each worker: threads times workers at or below the cores, or they slow each other tenfold.</summary>
    /// <value>Default 1.</value>
    public int Threads { get; init; } = 1;

    public TimeSpan CheckpointEvery { get; init; } = TimeSpan.FromSeconds(1);
}
