using System.Collections.Immutable;
using System.Globalization;
using SimXir.Store;
using SimXir.Worker;

namespace SimXir.Host;

/// <summary>A whole cluster of real processes on this machine, Redis included, with every means to hurt it.</summary>
public sealed class ChaosRig : IAsyncDisposable
{
    private readonly RigOptions _options;
    private readonly List<RigMember> _members = [];
    private int _started;

    private ChaosRig(RigOptions options, RigRedis redis) => (_options, Redis) = (options, redis);

    public RigRedis Redis { get; }

    /// <summary>Where its members keep the datasets that come out of the store.</summary>
    public string CacheFolder => Path.Combine(_options.Folder, "cache");

    private string FaultFile => Path.Combine(_options.Folder, "store-faults");

    public ClusterAddress Cluster => Redis.Cluster;

    /// <summary>Those that were not killed.</summary>
    public IReadOnlyList<RigMember> Members => [.. _members.Where(member => !member.Process.HasExited)];

    /// <exception cref="ClusterException">Redis or a silo did not start.</exception>
    public static async Task<ChaosRig> StartAsync(RigOptions options, int control, int workers)
    {
        var rig = new ChaosRig(options, await RigRedis.StartAsync(Path.Combine(options.Folder, "redis")));
        try
        {
            for (var i = 0; i < control; i++) rig.Start(SiloRole.Control);
            for (var i = 0; i < workers; i++) rig.Start(SiloRole.Gpu);
            await Task.WhenAll(rig._members.Select(member => member.JoinedAsync()));
            return rig;
        }
        catch
        {
            await rig.DisposeAsync();
            throw;
        }
    }

    /// <summary>Makes the store behave like that for every member, from its next call on.</summary>
    public void SetStoreFaults(StoreFaults faults)
    {
        var written = FaultFile + ".new";
        File.WriteAllText(written, faults.ToString());
        File.Move(written, FaultFile, overwrite: true);
    }

    /// <summary>Starts one more silo, and returns before it has joined.</summary>
    /// <param name="role">What it is for.</param>
    /// <param name="data">Its folder of datasets, where that is another than the rig's.</param>
    /// <param name="variables">Environment variables of its own.</param>
    public RigMember Start(SiloRole role, string? data = null, IReadOnlyDictionary<string, string?>? variables = null)
    {
        List<string> arguments =
        [
            "silo", "--urls", "none", "--role", role.ToString().ToLowerInvariant(), "--cluster", Cluster.ToString(), "--store", _options.Store,
            "--threads", Text(_options.Threads), "--checkpoint-every", Text(_options.CheckpointEvery.TotalSeconds),
        ];
        if ((data ?? _options.DataFolder) is { } folder) arguments.AddRange(["--data", folder]);
        var name = string.Create(CultureInfo.InvariantCulture, $"{role.ToString().ToLowerInvariant()} silo {++_started}");
        var environment = new Dictionary<string, string?>(variables ?? ImmutableDictionary<string, string?>.Empty) { [FaultyObjectStore.Variable] = FaultFile, [DatasetCacheFolder.Variable] = CacheFolder };
        var member = new RigMember(role, ChildProcess.Start(name, _options.Program, arguments, environment));
        _members.Add(member);
        return member;
    }

    public Task<ClusterClient> ConnectAsync(CancellationToken cancellation) => ClusterClient.ConnectAsync(Cluster, cancellation);

    /// <summary>What every process said: for a message about what went wrong.</summary>
    public string Story() => string.Join('\n', _members.Select(member => $"--- {member.Process.Name}{(member.Process.HasExited ? " (ended)" : "")}\n{member.Process.Said}"));

    public async ValueTask DisposeAsync()
    {
        foreach (var member in _members) await member.Process.DisposeAsync();
        await Redis.DisposeAsync();
    }

    private static string Text(double number) => number.ToString(CultureInfo.InvariantCulture);
}
