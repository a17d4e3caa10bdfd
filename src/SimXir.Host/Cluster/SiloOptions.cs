using System.Net;

namespace SimXir.Host;

/// <summary>How one member of a cluster is run.</summary>
public sealed record SiloOptions
{
    public required SiloRole Role { get; init; }

    public required ClusterAddress Cluster { get; init; }

    /// <summary>The store that all members share: a directory, an Azure Blob connection string or a container URL.</summary>
    public required string Store { get; init; }

    /// <summary>The folder with the official dataset folders; null where only shipped data is used.</summary>
    /// <remarks>A control silo reads datasets to plan what is submitted, a gpu silo to train; what is not there comes out of the store.</remarks>
    public string? DataFolder { get; init; }

    /// <summary>CPU slots, where there is no CUDA device.</summary>
    public int Slots { get; init; } = 1;

    /// <summary>Torch threads of each slot; null: the slots divide the cores.</summary>
    public int? Threads { get; init; }

    /// <summary>Slots that share a CUDA device.</summary>
    public int SlotsPerGpu { get; init; } = 1;

    public TimeSpan CheckpointEvery { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>The address at which the other members, and clients, reach this one; it listens there and nowhere else.</summary>
    /// <value>Default loopback: a cluster of processes on one machine.</value>
    public IPAddress Address { get; init; } = IPAddress.Loopback;

    /// <summary>How people and programs reach it. A gpu silo has no web.</summary>
    public WebOptions Web { get; init; } = new() { Urls = WebUrls.Off };

    /// <summary>The port at <see cref="Address"/> for probes, metrics and scalers; 0 for a free one, null for none.</summary>
    public int? HealthPort { get; init; }

    /// <summary>Whether logs are JSON, with all that SimXir says, on the error stream; else warnings are lines for people.</summary>
    public bool JsonLogs { get; init; }

    /// <summary>Who is told of sweeps that end; null for nobody.</summary>
    public WebhookOptions? Webhook { get; init; }

    /// <summary>Selects the workers' pods by their labels, to tell Kubernetes which are busy; null where nothing is told.</summary>
    public string? PodCosts { get; init; }

    /// <summary>The port for other silos; 0 for a free one.</summary>
    public int SiloPort { get; init; }

    /// <summary>The port for clients; 0 for a free one. A gpu silo has none.</summary>
    public int GatewayPort { get; init; }
}
