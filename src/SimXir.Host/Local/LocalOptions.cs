using SimXir.Experiments;

namespace SimXir.Host;

/// <summary>How one process runs a sweep by itself.</summary>
public sealed record LocalOptions
{
    /// <summary>What a round takes at most in the paper's settings on a processor: a ResNet-18 of width 64 on batches of 512 took 3.8 GiB.</summary>
    private const double SlotMemoryGiB = 4;

    /// <summary>A directory, an Azure Blob connection string or a container URL.</summary>
    public required string Store { get; init; }

    /// <summary>The folder with the official dataset folders; null where only shipped data is used.</summary>
    public string? DataFolder { get; init; }

    /// <summary>CPU slots.</summary>
    public required int Slots { get; init; }

    /// <summary>Torch threads of each slot; null: the slots divide the cores.</summary>
    public int? Threads { get; init; }

    /// <summary>Slots that share a CUDA device.</summary>
    public int SlotsPerGpu { get; init; } = 1;

    public TimeSpan CheckpointEvery { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>How people and programs reach it while it runs.</summary>
    public WebOptions Web { get; init; } = new() { Urls = WebUrls.Off };

    /// <summary>What to run, and the text that its author wrote.</summary>
    public required LoadedSpec Loaded { get; init; }

    /// <summary>A slot for each experiment, as far as the machine goes: experiments do not wait for each other, and two on a core each are done sooner than one after
    /// the other on both.</summary>
    /// <param name="spec">Its experiments are the chains of rounds that may run at once.</param>
    /// <param name="cores">At most a slot for each.</param>
    /// <param name="memoryGiB">The machine's, which the slots share; each gets <see cref="SlotMemoryGiB"/>, or what the spec says that a round needs.</param>
    /// <returns>1 or more.</returns>
    public static int SlotsFor(SweepSpec spec, int cores, double memoryGiB)
    {
        var each = Math.Max(SlotMemoryGiB, spec.Service.Needs.MemoryGiB ?? 0);
        var chains = spec.Datasets.Length * spec.Methods.Length * spec.Seeds.Length;
        return Math.Max(1, Math.Min(Math.Min(cores, chains), (int)(memoryGiB / each)));
    }
}
