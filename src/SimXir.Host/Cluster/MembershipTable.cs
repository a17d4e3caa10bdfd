using Orleans.Configuration;
using StackExchange.Redis;

namespace SimXir.Host;

/// <summary>The membership table as its Redis server holds it: one hash, with a version that every change of it raises.</summary>
public sealed class MembershipTable(IConnectionMultiplexer redis, ClusterAddress cluster)
{
    public const string ServiceId = "simxir";
    public const string Version = "Version";

    /// <summary>Puts a lost table back as it was remembered, at once for all members, under a version that each of them takes for newer.</summary>
    private const string RestoreScript =
        """
        local version = tonumber(redis.call('HGET', KEYS[1], 'Version') or '0')
        if version >= tonumber(ARGV[1]) then return 0 end
        for i = 2, #ARGV, 2 do redis.call('HSETNX', KEYS[1], ARGV[i], ARGV[i + 1]) end
        redis.call('HSET', KEYS[1], 'Version', tostring(tonumber(ARGV[1]) + 1))
        return 1
        """;

    private readonly RedisKey _key = KeyOf(new ClusterOptions { ServiceId = ServiceId, ClusterId = cluster.Name });

    public static RedisKey KeyOf(ClusterOptions options) => $"{options.ServiceId}/members/{options.ClusterId}";

    /// <summary>All rows as they lie there, the version among them; empty where there is no table.</summary>
    public Task<HashEntry[]> ReadAsync() => redis.GetDatabase().HashGetAllAsync(_key);

    /// <summary>The version of a table that was read; 0 where there was none.</summary>
    public static long VersionOf(HashEntry[] rows) => rows.FirstOrDefault(row => row.Name == Version).Value is { HasValue: true } value ? (long)value : 0;

    /// <summary>False where the table is there, as new as what is remembered.</summary>
    public async Task<bool> RestoreAsync(HashEntry[] remembered)
    {
        var words = new List<RedisValue> { VersionOf(remembered) };
        foreach (var row in remembered.Where(row => row.Name != Version)) words.AddRange([row.Name, row.Value]);
        return (int)await redis.GetDatabase().ScriptEvaluateAsync(RestoreScript, [_key], [.. words]) == 1;
    }
}
