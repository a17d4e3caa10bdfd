namespace SimXir.Worker;

/// <summary>What a worker silo has to offer, as checked settings.</summary>
public sealed class WorkerOptions
{
    /// <summary>The folder that holds the official dataset folders; null where only shipped data is used.</summary>
    public string? DataFolder { get; set; }

    /// <summary>Slots on the CPU, where there is no CUDA device; they divide the cores.</summary>
    /// <value>Default 1; 1 to the number of cores.</value>
    public int CpuSlots { get; set; } = 1;

    /// <summary>Torch threads of each slot, for machines that are shared with other programs.</summary>
    /// <value>Default null: the cores divided by the slots; 1 to the number of cores.</value>
    /// <remarks>Weights are bit-exact for one number of threads; two programs that use all cores at once slow each other tenfold.</remarks>
    public int? ThreadsPerSlot { get; set; }

    /// <summary>Slots that share one CUDA device.</summary>
    /// <value>Default 1; 1 to 64.</value>
    public int SlotsPerGpu { get; set; } = 1;

    /// <summary>How much training a killed worker can lose. Less often where a checkpoint itself takes more than a fiftieth of that.</summary>
    /// <value>Default 15 s.</value>
    public TimeSpan CheckpointEvery { get; set; } = TimeSpan.FromSeconds(15);
}
