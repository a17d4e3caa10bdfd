using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Orleans.Configuration;
using SimXir.Grid;
using SimXir.Store;
using SimXir.Worker;

namespace SimXir.Host;

/// <summary>The parts of a grid in one process: a silo on loopback, the reconciler for one sweep, and the worker slots.</summary>
public static class LocalHost
{
    public static IHost Build(LocalOptions options, IObjectStore store, Method.Datasets datasets, Action<string> notice)
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
            silo.Configure<GridOptions>(grid => grid.OnlySweep = options.Loaded.Spec.Name);
            silo.AddGrid();
        });
        builder.Services.AddReconciler();
        builder.Services.AddWorkers(workers =>
        {
            workers.CpuSlots = options.Slots;
            workers.ThreadsPerSlot = options.Threads;
            workers.SlotsPerGpu = options.SlotsPerGpu;
            workers.CheckpointEvery = options.CheckpointEvery;
        });
        return builder.Build();
    }
}
