using Orleans.Clustering.Redis;
using Microsoft.Extensions.Hosting;
using Orleans.Configuration;
using StackExchange.Redis;

namespace SimXir.Host;

/// <summary>How silos and clients find a cluster: alike.</summary>
internal static class ClusterBuilderExtensions
{
    public static void UseCluster(this ISiloBuilder silo, ClusterAddress cluster, IConnectionMultiplexer redis)
    {
        silo.Configure<ClusterOptions>(options => Name(options, cluster));
        silo.UseRedisClustering(options => Connect(options, redis));
        silo.UseRedisGrainDirectoryAsDefault(options => Connect(options, redis));
    }

    public static void UseCluster(this IClientBuilder client, ClusterAddress cluster, IConnectionMultiplexer redis)
    {
        client.Configure<ClusterOptions>(options => Name(options, cluster));
        client.UseRedisClustering(options => Connect(options, redis));
    }

    private static void Name(ClusterOptions options, ClusterAddress cluster) =>
        (options.ServiceId, options.ClusterId) = (MembershipTable.ServiceId, cluster.Name);

    /// <summary>Which silo has which grain. Orleans' own directory is spread over all silos: one that hangs or leaves would hold up calls to grains that are
    /// not even on it. What Redis loses, <see cref="DirectoryKeeper"/> puts back; the writes of a second activation that gets in before that are refused by the ETag of its state.</summary>
    private static void Connect(RedisGrainDirectoryOptions options, IConnectionMultiplexer redis)
    {
        options.ConfigurationOptions = new ConfigurationOptions();
        options.CreateMultiplexer = _ => Task.FromResult((redis, true));
    }

    private static void Connect(RedisClusteringOptions options, IConnectionMultiplexer redis)
    {
        options.ConfigurationOptions = new ConfigurationOptions(); // asked for by the provider's check; the connection below is used
        options.CreateRedisKey = MembershipTable.KeyOf;
        options.CreateMultiplexer = _ => Task.FromResult((redis, true));
    }
}
