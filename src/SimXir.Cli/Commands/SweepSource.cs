using System.CommandLine;
using SimXir.Host;

namespace SimXir.Cli;

/// <summary>Who is asked about sweeps: a cluster where one is named, else the store itself.</summary>
public sealed class SweepSource
{
    private readonly Option<string> _store = CommonOptions.Store();
    private readonly Option<string?> _cluster = CommonOptions.Cluster();

    /// <summary>Gives a command the options that name it.</summary>
    public void AddTo(Command command)
    {
        command.Add(_store);
        command.Add(_cluster);
    }

    public async Task<int> ReadAsync(ParseResult parsed, Func<ISweepReading, Task<int>> read, CancellationToken cancellation)
    {
        if (ClusterOf(parsed) is not { } cluster) return await read(await StoreReading.OpenAsync(parsed.GetValue(_store)!, cancellation));
        await using var client = await ClusterClient.ConnectAsync(cluster, cancellation);
        return await read(client);
    }

    public async Task<int> ControlAsync(ParseResult parsed, Func<ISweepControl, Task<int>> control, CancellationToken cancellation)
    {
        if (ClusterOf(parsed) is not { } cluster) return await control(await SweepControl.OpenAsync(parsed.GetValue(_store)!, cancellation));
        await using var client = await ClusterClient.ConnectAsync(cluster, cancellation);
        return await control(client);
    }

    public string StoreOf(ParseResult parsed) => parsed.GetValue(_store)!;

    /// <summary>Null where the store is asked: no cluster is named, or a store is, on the command line itself.</summary>
    public ClusterAddress? ClusterOf(ParseResult parsed) =>
        parsed.GetValue(_cluster) is { } cluster && parsed.GetResult(_store) is not { Implicit: false } ? Names.Cluster(cluster) : null;
}
