using System.Collections.Immutable;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using SimXir.Experiments;
using SimXir.Grid;
using StackExchange.Redis;

namespace SimXir.Host;

/// <summary>A cluster as a client sees it: found through its membership, asked through its control silos.</summary>
public sealed class ClusterClient : ISweepReading, ISweepControl, IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);
    private readonly IHost _host;
    private readonly IConnectionMultiplexer _redis;
    private readonly ClusterAddress _cluster;

    private ClusterClient(IHost host, IConnectionMultiplexer redis, ClusterAddress cluster) => (_host, _redis, _cluster) = (host, redis, cluster);

    public string Description => $"cluster {_cluster}";

    private IGrainFactory Grains => _host.Services.GetRequiredService<IGrainFactory>();

    private IReadingGrain Reading => Grains.GetGrain<IReadingGrain>(0);

    /// <exception cref="ClusterException">Redis or every control silo cannot be reached.</exception>
    public static async Task<ClusterClient> ConnectAsync(ClusterAddress cluster, CancellationToken cancellation)
    {
        var redis = await ClusterRedis.ConnectAsync(cluster);
        var members = await ControlSilosAsync(new MembershipTable(redis, cluster));
        if (members.Length == 0)
        {
            await redis.DisposeAsync();
            throw new ClusterException($"cluster {cluster} has no control silo, so nobody can answer; start one: simxir silo --role control --cluster {cluster} --store STORE");
        }
        var host = Build(cluster, redis);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        try
        {
            await host.StartAsync(end.Token).WaitAsync(Patience, TimeProvider.System, cancellation);
            return new ClusterClient(host, redis, cluster);
        }
        catch (Exception fault) when (fault is not OperationCanceledException || !cancellation.IsCancellationRequested)
        {
            await end.CancelAsync();
            await redis.DisposeAsync();
            throw new ClusterException(string.Create(CultureInfo.InvariantCulture,
                $"no control silo of cluster {cluster} answered within {Patience.TotalSeconds:0} s; tried were {string.Join(", ", members)}; are they reachable from here?"), fault);
        }
    }

    /// <summary>Reads, plans and submits a spec over there.</summary>
    /// <exception cref="ClusterException">It cannot be: what is wrong with it, or why its data cannot be had.</exception>
    public async Task<Submission> SubmitAsync(LoadedSpec loaded) =>
        StoreAnswers.ValueOf(await Grains.GetGrain<ISubmissionGrain>(0).Submit(loaded.Text, loaded.Source));

    public async Task<SweepStatus?> LookAsync(SweepId sweep, CancellationToken cancellation)
    {
        try
        {
            return await Grains.GetGrain<ISweepGrain>(sweep.Value).GetStatus().WaitAsync(cancellation);
        }
        catch (Exception fault) when (fault is TimeoutException or SiloUnavailableException or OrleansMessageRejectionException)
        {
            return null;
        }
    }

    public async Task<IReadOnlyList<SweepSummary>> ListAsync(CancellationToken cancellation) => StoreAnswers.ValueOf(await Reading.List().WaitAsync(cancellation));

    public async Task<SweepResult> ResultAsync(SweepId sweep, CancellationToken cancellation) => StoreAnswers.ValueOf(await Reading.Result(sweep).WaitAsync(cancellation));

    public async Task<StoredStatus> StatusAsync(SweepId sweep, CancellationToken cancellation) => StoreAnswers.ValueOf(await Reading.Status(sweep).WaitAsync(cancellation));

    public async Task<IReadOnlyList<string>> AnswerAsync(CellAddress address, CancellationToken cancellation) =>
        StoreAnswers.ValueOf(await Reading.Answer(address.ToString()).WaitAsync(cancellation));

    public async Task<IReadOnlyList<string>> WhyAsync(CellAddress address, CancellationToken cancellation) =>
        StoreAnswers.ValueOf(await Reading.Why(address.ToString()).WaitAsync(cancellation));

    public async Task<ControlReply> OrderAsync(SweepId sweep, SweepOrder order, CancellationToken cancellation) =>
        StoreAnswers.ValueOf(await Grains.GetGrain<IControlGrain>(0).Order(sweep, order).WaitAsync(cancellation));

    public async Task<PriorityReply> ServeAsync(SweepId sweep, ServiceWish wanted, CancellationToken cancellation) =>
        StoreAnswers.ValueOf(await Grains.GetGrain<IControlGrain>(0).Serve(sweep, wanted).WaitAsync(cancellation));

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync(CancellationToken.None);
        await (_host is IAsyncDisposable disposable ? disposable.DisposeAsync() : ValueTask.CompletedTask);
        await _redis.DisposeAsync();
    }

    private static IHost Build(ClusterAddress cluster, IConnectionMultiplexer redis)
    {
        var builder = Microsoft.Extensions.Hosting.Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        builder.Services.AddSingleton<IHostLifetime, NoLifetime>();
        builder.UseOrleansClient(client =>
        {
            client.UseCluster(cluster, redis);
            client.AddActivityPropagation();
        });
        builder.Services.AddGridMessages();
        return builder.Build();
    }

    private static async Task<ImmutableArray<string>> ControlSilosAsync(MembershipTable table) =>
        [.. (await table.ReadAsync()).Select(MembershipRow.Of).OfType<MembershipRow>().Where(row => row is { Status: SiloStatus.Active, HasGateway: true }).Select(row => row.Name!)];
}
