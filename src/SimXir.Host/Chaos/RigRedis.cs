using System.ComponentModel;
using System.Globalization;

namespace SimXir.Host;

/// <summary>A Redis server of a rig's own, on loopback.</summary>
public sealed class RigRedis : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private readonly int _port = FreePort.Pair().Silo;
    private readonly string _folder;
    private ChildProcess _server = null!;

    private RigRedis(string folder) => _folder = folder;

    public ClusterAddress Cluster => ClusterAddress.Parse(string.Create(CultureInfo.InvariantCulture, $"redis://127.0.0.1:{_port}"));

    /// <exception cref="ClusterException">There is no redis-server on this machine.</exception>
    public static async Task<RigRedis> StartAsync(string folder)
    {
        var redis = new RigRedis(folder);
        await redis.StartServerAsync();
        return redis;
    }

    /// <summary>kill -9, and a start with the data that was on disk; or without any.</summary>
    public async Task RestartAsync(bool empty)
    {
        await _server.KillAsync();
        if (empty)
            foreach (var file in Directory.EnumerateFileSystemEntries(_folder).ToArray()) Delete(file);
        await StartServerAsync();
    }

    /// <summary>kill -9.</summary>
    public Task KillAsync() => _server.KillAsync();

    public async ValueTask DisposeAsync() => await _server.DisposeAsync();

    private static void Delete(string entry)
    {
        if (Directory.Exists(entry)) Directory.Delete(entry, recursive: true);
        else File.Delete(entry);
    }

    private async Task StartServerAsync()
    {
        Directory.CreateDirectory(_folder);
        string[] arguments =
        [
            "--bind", "127.0.0.1", "--port", _port.ToString(CultureInfo.InvariantCulture), "--dir", _folder, "--appendonly", "yes", "--appendfsync", "always", "--save", "",
        ];
        try
        {
            _server = ChildProcess.Start("Redis server", "redis-server", arguments);
        }
        catch (Win32Exception fault)
        {
            throw new ClusterException("there is no redis-server on the PATH for the rig to start; install it (Debian: apt install redis-server)", fault);
        }
        await _server.UntilSaidAsync("Ready to accept connections", Patience);
    }
}
