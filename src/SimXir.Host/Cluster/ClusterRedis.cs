using System.Globalization;
using StackExchange.Redis;

namespace SimXir.Host;

/// <summary>Connections to the Redis server that holds a cluster's membership.</summary>
public static class ClusterRedis
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>A connection that mends itself when the server goes and comes back.</summary>
    /// <exception cref="ClusterException">The server cannot be reached now.</exception>
    public static async Task<IConnectionMultiplexer> ConnectAsync(ClusterAddress address)
    {
        try
        {
            var connection = await ConnectionMultiplexer.ConnectAsync(Options(address, abort: true));
            await connection.DisposeAsync(); // this one would not outlive the server's absence
            return await ConnectionMultiplexer.ConnectAsync(Options(address, abort: false));
        }
        catch (RedisException fault)
        {
            throw new ClusterException(string.Create(CultureInfo.InvariantCulture,
                $"the Redis server of cluster {address} could not be reached within {Patience.TotalSeconds:0} s ({Cause(fault)}); check --cluster, and that the server runs and may be reached from here"), fault);
        }
    }

    private static ConfigurationOptions Options(ClusterAddress address, bool abort)
    {
        var options = new ConfigurationOptions
        {
            EndPoints = { { address.Host, address.Port } },
            User = address.User,
            Password = address.Password,
            Ssl = address.IsEncrypted,
            AbortOnConnectFail = abort,
            ConnectRetry = 1,
            ConnectTimeout = (int)Patience.TotalMilliseconds,
            ReconnectRetryPolicy = new LinearRetry(1000),
            BacklogPolicy = BacklogPolicy.FailFast,
            ClientName = "simxir",
        };
        return options;
    }

    private static string Cause(RedisException fault) => fault is RedisConnectionException { FailureType: ConnectionFailureType.AuthenticationFailure }
        ? "it refused the user or the password"
        : "no answer";
}
