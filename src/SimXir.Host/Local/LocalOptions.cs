using SimXir.Experiments;

namespace SimXir.Host;

/// <summary>How one process runs a sweep by itself.</summary>
public sealed record LocalOptions
{
    /// <summary>A directory, an Azure Blob connection string or a container URL.</summary>
    public required string Store { get; init; }

    /// <summary>The folder with the official dataset folders; null where only shipped data is used.</summary>
    public string? DataFolder { get; init; }

    /// <summary>CPU slots.</summary>
    public int Slots { get; init; } = 1;

    /// <summary>Torch threads of each slot; null: the slots divide the cores.</summary>
    public int? Threads { get; init; }

    /// <summary>Slots that share a CUDA device.</summary>
    public int SlotsPerGpu { get; init; } = 1;

    public TimeSpan CheckpointEvery { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>How people and programs reach it while it runs.</summary>
    public WebOptions Web { get; init; } = new() { Urls = WebUrls.Off };

    /// <summary>What to run, and the text that its author wrote.</summary>
    public required LoadedSpec Loaded { get; init; }
}
