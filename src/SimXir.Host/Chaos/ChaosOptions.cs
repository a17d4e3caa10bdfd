using SimXir.Experiments;

namespace SimXir.Host;

/// <summary>A sweep under faults.</summary>
public sealed record ChaosOptions
{
    /// <summary>The simxir program.</summary>
    public required string Program { get; init; }

    /// <summary>What is run.</summary>
    public required LoadedSpec Loaded { get; init; }

    public required string Store { get; init; }

    /// <summary>The folder with the official dataset folders; null where only shipped data is used.</summary>
    public string? DataFolder { get; init; }

    public required ChaosKind Kill { get; init; }

    /// <summary>How long after one fault the next begins.</summary>
    /// <value>1 s or more.</value>
    public required TimeSpan Every { get; init; }

    /// <summary>Draws which fault comes next, and whom it meets.</summary>
    public required int Seed { get; init; }

    /// <summary>Training silos at a time.</summary>
    /// <value>1 or more; threads times workers at or below the cores.</value>
    public int Workers { get; init; } = 2;

    /// <summary>Torch threads of each.</summary>
    public int Threads { get; init; } = 1;
}
