using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Orleans.Configuration;
using SimXir.Grid;
using SimXir.Store;
using SimXir.Worker;
using StackExchange.Redis;

namespace SimXir.Host;

/// <summary>The parts of one member of a cluster, by its role.</summary>
public static class SiloHost
{
    /// <summary>A silo that has shown no sign of life for this many times <see cref="SignOfLifeEvery"/> does not keep others from joining, as after a crash of
    /// everything. It is declared dead by probes alone, with Orleans' patient defaults: a busy GPU node must not be evicted.</summary>
    private const int MissedSignsOfLife = 3;
    private static readonly TimeSpan SignOfLifeEvery = TimeSpan.FromSeconds(3);

    private static readonly TimeSpan WebhookPatience = TimeSpan.FromSeconds(10);

    /// <summary>Of all roles but <see cref="SiloRole.Gpu"/>: a training silo may be killed at any moment, and its grains with it.</summary>
    private static readonly Type[] ControlGrains =
        [typeof(SweepDirectoryGrain), typeof(SweepGrain), typeof(ExperimentGrain), typeof(RoundGrain), typeof(GpuPoolGrain), typeof(ReadingGrain), typeof(SubmissionGrain), typeof(ControlGrain)];

    public static IHost Build(SiloOptions options, IObjectStore store, StoreIdentity identity, IConnectionMultiplexer redis, Action<string> notice)
    {
        var builder = Microsoft.Extensions.Hosting.Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        builder.Logging.AddSiloLogging(options, notice);
        builder.Services.AddSingleton(store);
        builder.Services.AddSingleton(new Method.Datasets(options.DataFolder)).AddDatasetSupply();
        builder.Services.AddSingleton<IHostLifetime, NoLifetime>();
        builder.Services.AddSingleton<Eviction>();
        builder.Services.AddSingleton<IFatalErrorHandler>(services => services.GetRequiredService<Eviction>());
        builder.Services.AddSingleton(new MembershipTable(redis, options.Cluster));
        builder.Services.AddSingleton(redis).AddSingleton(options.Cluster);
        builder.Services.AddSingleton<ActiveGrains>().AddSingleton<IConfigureGrainContextProvider>(services => services.GetRequiredService<ActiveGrains>());
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromMinutes(1));
        builder.UseOrleans(silo =>
        {
            silo.UseCluster(options.Cluster, redis);
            silo.AddActivityPropagation();
            silo.Configure<Orleans.Configuration.SiloOptions>(own => own.SiloName = SiloLabel.Own(options.Role, identity).ToString());
            silo.Configure<ClusterMembershipOptions>(membership =>
            {
                membership.IAmAliveTablePublishTimeout = SignOfLifeEvery;
                membership.NumMissedTableIAmAliveLimit = MissedSignsOfLife;
                membership.EvictWhenMaxJoinAttemptTimeExceeded = false; // it compares clocks: a silo whose own is minutes behind would be evicted as often as it joins
            });
            Listen(silo, options);
            silo.AddGrid();
            silo.AddOrleansDashboard();
            silo.Configure<GrainTypeOptions>(grains => Restrict(grains, options.Role));
        });
        builder.Services.AddHostedService<MembershipKeeper>().AddHostedService<DirectoryKeeper>();
        if (options.Role != SiloRole.Gpu) builder.Services.AddReconciler().AddHostedService<ClusterClaim>();
        if (options.Role != SiloRole.Gpu && options.Webhook is { } webhook)
            builder.Services.AddSingleton(webhook).AddSingleton(new HttpClient { Timeout = WebhookPatience }).AddHostedService<WebhookService>();
        if (options.Role != SiloRole.Gpu && options.PodCosts is { } selector)
        {
            builder.Services.AddHostedService(services => PodCosts.InCluster(
                selector, services.GetRequiredService<IGrainFactory>(), services.GetRequiredService<TimeProvider>(), services.GetRequiredService<ILogger<PodCosts>>()));
        }
        if (options.Role != SiloRole.Control)
        {
            builder.Services.AddWorkers(workers =>
            {
                workers.CpuSlots = options.Slots;
                workers.ThreadsPerSlot = options.Threads;
                workers.SlotsPerGpu = options.SlotsPerGpu;
                workers.CheckpointEvery = options.CheckpointEvery;
            });
        }
        return builder.Build();
    }

    private static void Listen(ISiloBuilder silo, SiloOptions options) => silo.Configure<EndpointOptions>(endpoint =>
    {
        var (siloPort, gatewayPort) = FreePort.Pair();
        endpoint.AdvertisedIPAddress = options.Address;
        endpoint.SiloPort = options.SiloPort > 0 ? options.SiloPort : siloPort;
        endpoint.GatewayPort = options switch
        {
            { Role: SiloRole.Gpu } => 0,
            { GatewayPort: > 0 } => options.GatewayPort,
            _ => gatewayPort,
        };
    });

    private static void Restrict(GrainTypeOptions grains, SiloRole role)
    {
        if (role == SiloRole.Gpu) grains.Classes.ExceptWith(ControlGrains);
        if (role == SiloRole.Control) grains.Classes.Remove(typeof(GpuWorkerGrain));
    }
}
