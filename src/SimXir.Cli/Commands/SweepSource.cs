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
        using var grid = GridOf(parsed);
        if (grid is not null) return await read(grid);
        if (ClusterOf(parsed) is not { } cluster) return await read(await StoreReading.OpenAsync(parsed.GetValue(_store)!, cancellation));
        await using var client = await ClusterClient.ConnectAsync(cluster, cancellation);
        return await read(client);
    }

    public async Task<int> ControlAsync(ParseResult parsed, Func<ISweepControl, Task<int>> control, CancellationToken cancellation)
    {
        using var grid = GridOf(parsed);
        if (grid is not null) return await control(grid);
        if (ClusterOf(parsed) is not { } cluster) return await control(await SweepControl.OpenAsync(parsed.GetValue(_store)!, cancellation));
        await using var client = await ClusterClient.ConnectAsync(cluster, cancellation);
        return await control(client);
    }

    /// <summary>Null where no grid's HTTP address is named.</summary>
    public ApiClient? GridOf(ParseResult parsed) =>
        NameOf(parsed) is { } name && ApiClient.IsAddress(name) ? ApiClient.Of(name, CommonOptions.Variable) : null;

    public string StoreOf(ParseResult parsed) => parsed.GetValue(_store)!;

    /// <summary>The store that the user has named, on the command line or by its variable; null where it is the default.</summary>
    public string? NamedStoreOf(ParseResult parsed) => IsGiven(parsed, _store) || CommonOptions.Variable("SIMXIR_STORE") is not null ? StoreOf(parsed) : null;

    /// <summary>Null where the store is asked: no cluster is named, or only a store is on the command line itself.</summary>
    public ClusterAddress? ClusterOf(ParseResult parsed) => NameOf(parsed) is { } cluster ? Names.Cluster(cluster) : null;

    private string? NameOf(ParseResult parsed) => IsGiven(parsed, _store) && !IsGiven(parsed, _cluster) ? null : parsed.GetValue(_cluster);

    private static bool IsGiven(ParseResult parsed, Option option) => parsed.GetResult(option) is { Implicit: false };
}
