using System.Net.Sockets;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Orleans.GrainDirectory;
using StackExchange.Redis;

namespace SimXir.Host;

/// <summary>
/// Puts this silo's part of the grain directory back when Redis has lost it: after a restart, a fail-over or an emptying. Orleans writes an entry once, when a grain is
/// activated; whoever had none cached would get a second pool, and rounds and workers would wait for each other at different ones.
/// </summary>
/// <remarks>That Redis was emptied shows by a mark beside the directory, which each silo remembers; that it was away, by the connection.</remarks>
public sealed partial class DirectoryKeeper : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(1);
    private readonly Lazy<IGrainDirectory> _directory;
    private readonly ActiveGrains _grains;
    private readonly IConnectionMultiplexer _redis;
    private readonly RedisKey _mark;
    private readonly TimeProvider _time;
    private readonly ILogger<DirectoryKeeper> _log;
    private volatile bool _away;

    public DirectoryKeeper(IServiceProvider services, ActiveGrains grains, IConnectionMultiplexer redis, ClusterAddress cluster, TimeProvider time, ILogger<DirectoryKeeper> log)
    {
        (_grains, _redis, _time, _log) = (grains, redis, time, log);
        _directory = new(() => services.GetRequiredKeyedService<IGrainDirectory>(GrainDirectoryAttribute.DEFAULT_GRAIN_DIRECTORY));
        _mark = $"{MembershipTable.ServiceId}/directory/{cluster.Name}";
        redis.ConnectionRestored += (_, _) => _away = true;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, _time);
        RedisValue seen = default;
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                var mark = await MarkAsync();
                if (mark == seen && !_away) continue;
                _away = false;
                if (!seen.IsNull) await RestoreAsync(stoppingToken);
                seen = mark;
            }
            catch (Exception fault) when (fault is RedisException or TimeoutException or SocketException)
            {
                _away = true; // the next tick begins anew; MembershipKeeper tells the user
            }
        }
    }

    /// <summary>The directory's mark; a new one where it has none.</summary>
    private async Task<RedisValue> MarkAsync()
    {
        var database = _redis.GetDatabase();
        await database.StringSetAsync(_mark, Guid.NewGuid().ToString(), when: When.NotExists);
        return await database.StringGetAsync(_mark);
    }

    /// <summary>Enters every grain of this silo that the directory lacks. One that was activated elsewhere meanwhile gives way: its state is in the store.</summary>
    private async Task RestoreAsync(CancellationToken cancellation)
    {
        var doubles = 0;
        await Parallel.ForEachAsync(_grains.Now, cancellation, async (grain, stop) =>
        {
            if (await _directory.Value.Register(grain.Address, stop) is not { } entry || entry.ActivationId == grain.ActivationId) return;
            Interlocked.Increment(ref doubles);
            grain.Deactivate(new DeactivationReason(DeactivationReasonCode.DuplicateActivation, $"it is active on {entry.SiloAddress} too"), CancellationToken.None);
        });
        LogRestored(doubles);
    }
}
