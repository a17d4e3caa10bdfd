using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Orleans.Configuration;
using SimXir.Store;
using SimXir.Worker;
using StackExchange.Redis;

namespace SimXir.Host;

/// <summary>One process's membership of a cluster: it joins, stays until it is asked to leave, and joins anew whenever the others have given it up.</summary>
public sealed class ClusterSilo(SiloOptions options, IObjectStore store, StoreIdentity identity, IConnectionMultiplexer redis, Action<string> notice)
{
    private static readonly TimeSpan ForcedStop = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan LongestCheckpoint = TimeSpan.FromMinutes(2); // Kubernetes gives it half a minute more
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    /// <summary>Checks everything that the user gave, joins, and stays; ends when asked to, after running rounds were given back.</summary>
    /// <param name="options">How it is run.</param>
    /// <param name="ready">Told each time that it has joined.</param>
    /// <param name="notice">Told of what goes wrong and is looked after.</param>
    /// <param name="leave">Asks it to leave.</param>
    /// <exception cref="StoreException">The store cannot be used.</exception>
    /// <exception cref="AccessException">The web cannot listen where it was asked to.</exception>
    /// <exception cref="Method.TorchMissingException">It was to train, and this build cannot.</exception>
    /// <exception cref="ClusterException">Redis cannot be reached, or the members run another engine or work on another store.</exception>
    public static async Task RunAsync(SiloOptions options, Action<string> ready, Action<string> notice, CancellationToken leave)
    {
        if (options.Role != SiloRole.Control && !Method.TorchEnvironment.IsBuiltIn) throw new Method.TorchMissingException();
        if (options.Role != SiloRole.Control) _ = Method.TorchEnvironment.LoadInBackground(); // while it joins
        if (options.PodCosts is not null) _ = PodCosts.Configuration();
        var store = await ObjectStores.OpenAsync(options.Store, TimeProvider.System, cancellation: leave);
        if (options.Role != SiloRole.Gpu) await StoreClaims.RefuseLocalAsync(store, leave);
        var identity = await StoreIdentity.OfAsync(store, leave);
        await using var redis = await ClusterRedis.ConnectAsync(options.Cluster);
        var health = new SiloHealth();
        await using var probes = await ProbeServer.StartAsync(options, health);
        await using var web = options.Role == SiloRole.Gpu ? null : await WebServer.StartAsync(options.Web, store, notice, leave);
        await new ClusterSilo(options, store, identity, redis, notice).StayAsync(health, web, options.HealthPort is null ? null : probes?.Address, ready, leave);
    }

    private async Task StayAsync(SiloHealth health, WebServer? web, Uri? probes, Action<string> ready, CancellationToken leave)
    {
        while (await JoinAsync(leave) is { } host)
        {
            web?.Grid.Lead(host.Services.GetRequiredService<IGrainFactory>());
            health.Joined(host.Services.GetRequiredService<IGrainFactory>());
            ready($"{options.Role.ToString().ToLowerInvariant()} silo {host.Services.GetRequiredService<ILocalSiloDetails>().SiloAddress.Endpoint} of cluster {options.Cluster}; store {store.Description}{(web is null ? "" : $"; web {string.Join(", ", web.Addresses)}")}{(probes is null ? "" : $"; health {probes}health/ready")}");
            var evicted = host.Services.GetRequiredService<Eviction>().Told;
            var left = Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, leave);
            var isEvicted = await Task.WhenAny(evicted, left) == evicted;
            web?.Grid.Lead(null);
            health.Left();
            await (isEvicted ? StopAsync(host, ForcedStop) : LeaveAsync(host));
            if (!isEvicted) return;
        }
    }

    /// <summary>Null where it was asked to leave before it had joined.</summary>
    private async Task<IHost?> JoinAsync(CancellationToken leave)
    {
        await JoinGate.CheckAsync(new MembershipTable(redis, options.Cluster), options.Cluster, store, identity);
        while (!leave.IsCancellationRequested)
        {
            var host = SiloHost.Build(options, store, identity, redis, notice);
            try
            {
                await host.StartAsync(leave);
                return host;
            }
            catch (Exception fault)
            {
                await StopAsync(host, ForcedStop);
                if (!leave.IsCancellationRequested) notice($"could not join cluster {options.Cluster} ({fault.Message.Split('\n')[0]}); tried again in {Pause.TotalSeconds:0} s");
            }
            await Task.Delay(Pause, TimeProvider.System, leave).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
        return null;
    }

    /// <summary>Gives running rounds back. What follows is for the other members: it is cut short where Redis cannot tell them, which Orleans would try for minutes.</summary>
    private async Task LeaveAsync(IHost host)
    {
        using var end = new CancellationTokenSource(LongestCheckpoint, TimeProvider.System);
        foreach (var worker in host.Services.GetServices<IHostedService>().OfType<WorkerService>()) await worker.StopAsync(end.Token);
        var heard = redis.IsConnected;
        if (!heard) host.Services.GetRequiredService<IOptions<ClusterMembershipOptions>>().Value.MaxJoinAttemptTime = ForcedStop / 5; // so long it tries to write a silo's end, too
        await StopAsync(host, heard ? Timeout.InfiniteTimeSpan : ForcedStop);
    }

    private static async Task StopAsync(IHost host, TimeSpan longest)
    {
        using var end = new CancellationTokenSource(longest, TimeProvider.System);
        try
        {
            await host.StopAsync(end.Token);
        }
        catch (Exception fault) when (longest != Timeout.InfiniteTimeSpan && fault is not OutOfMemoryException)
        {
            // An evicted silo cannot leave in good order: the others have forgotten it, and its leases run out by themselves.
        }
        await (host is IAsyncDisposable disposable ? disposable.DisposeAsync() : ValueTask.CompletedTask);
    }
}
