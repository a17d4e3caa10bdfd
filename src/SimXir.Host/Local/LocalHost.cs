using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Orleans.Configuration;
using SimXir.Experiments;
using SimXir.Grid;
using SimXir.Store;
using SimXir.Worker;

namespace SimXir.Host;

/// <summary>The parts of a grid in one process: a silo on loopback, the reconciler for one sweep, and the worker slots.</summary>
public static class LocalHost
{
    public static IHost Build(LocalOptions options, IObjectStore store, DatasetSupply datasets, Action<string> notice) => Build(
        options.Loaded.Spec.Name,
        store,
        datasets,
        workers => (workers.CpuSlots, workers.ThreadsPerSlot, workers.SlotsPerGpu, workers.CheckpointEvery) = (options.Slots, options.Threads, options.SlotsPerGpu, options.CheckpointEvery),
        notice,
        dashboard: !options.Web.Urls.IsOff);

    /// <summary>The same for one sweep, where <paramref name="rounds"/> may take the place of the training; with what Orleans' dashboard shows, or without.</summary>
    internal static IHost Build(
        SweepId sweep, IObjectStore store, DatasetSupply datasets, Action<WorkerOptions> workers, Action<string> notice, IRoundRunner? rounds = null, bool dashboard = false)
    {
        var builder = Microsoft.Extensions.Hosting.Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        builder.Logging.AddProvider(new NoticeLoggerProvider(notice));
        builder.Services.AddSingleton(store);
        builder.Services.AddSingleton(datasets);
        builder.Services.AddSingleton<IHostLifetime, NoLifetime>();
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromMinutes(1));
        builder.UseOrleans(silo =>
        {
            var (siloPort, gatewayPort) = FreePort.Pair();
            silo.UseLocalhostClustering(siloPort, gatewayPort, serviceId: "simxir", clusterId: "local");
            silo.Configure<EndpointOptions>(endpoint => endpoint.AdvertisedIPAddress = IPAddress.Loopback);
            silo.Configure<GridOptions>(grid => grid.OnlySweep = sweep);
            silo.AddGrid();
            if (dashboard) silo.AddOrleansDashboard();
        });
        builder.Services.AddReconciler();
        if (rounds is not null) builder.Services.AddSingleton(rounds);
        builder.Services.AddWorkers(workers);
        return builder.Build();
    }
}
