using System.CommandLine;
using SimXir.Host;

namespace SimXir.Cli;

/// <summary>Options that several commands share; each falls back to its environment variable.</summary>
public static class CommonOptions
{
    public const string DefaultStore = "./simxir-store";

    public static Option<string> Store() => new("--store")
    {
        Description = "Where results are kept: a directory, an Azure Blob connection string, or a container's https:// URL [SIMXIR_STORE]",
        DefaultValueFactory = _ => Variable("SIMXIR_STORE") ?? DefaultStore,
        HelpName = "STORE",
    };

    public static Option<string?> Data() => new("--data")
    {
        Description = "The folder that holds the datasets' folders (cifar-10-batches-bin, images-NAME, …) [SIMXIR_DATA]",
        DefaultValueFactory = _ => Variable("SIMXIR_DATA"),
        HelpName = "DIR",
    };

    public static Option<string?> Cluster() => new("--cluster")
    {
        Description = $"The cluster to talk to: {ClusterAddress.Form}; or http://HOST:PORT, where its web page is [SIMXIR_CLUSTER]",
        DefaultValueFactory = _ => Variable("SIMXIR_CLUSTER"),
        HelpName = "REDIS",
    };

    public static Option<bool> Json() => new("--json") { Description = "Print one JSON object instead of text" };

    public static string? Variable(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;
}
