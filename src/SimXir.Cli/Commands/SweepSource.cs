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
        if (parsed.GetValue(_cluster) is not { } cluster || parsed.GetResult(_store) is { Implicit: false })
            return await read(await StoreReading.OpenAsync(parsed.GetValue(_store)!, cancellation));
        await using var client = await ClusterClient.ConnectAsync(Names.Cluster(cluster), cancellation);
        return await read(client);
    }
}
