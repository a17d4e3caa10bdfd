using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using SimXir.Grid;
using SimXir.Method;
using SimXir.Store;

namespace SimXir.Worker;

/// <summary>Puts worker slots into a silo's process.</summary>
public static class WorkerServiceCollectionExtensions
{
    /// <summary>Datasets from the process's data folder and its store; both must be registered.</summary>
    public static IServiceCollection AddDatasetSupply(this IServiceCollection services)
    {
        services.TryAddSingleton(provider => new DatasetSupply(
            provider.GetRequiredService<Datasets>(), provider.GetRequiredService<IObjectStore>(), DatasetCacheFolder.Path, provider.GetRequiredService<TimeProvider>()));
        return services;
    }

    /// <summary>Register it after the silo; the store, its rooms and the datasets must be registered too.</summary>
    public static IServiceCollection AddWorkers(this IServiceCollection services, Action<WorkerOptions> configure)
    {
        services.TryAddSingleton<IRoundRunner, EngineRounds>();
        services.AddDatasetSupply();
        return services
            .Configure(configure)
            .AddSingleton<LocalWorkers>()
            .AddSingleton<ILocalWorkers>(provider => provider.GetRequiredService<LocalWorkers>())
            .AddSingleton<AttemptRunner>()
            .AddHostedService<WorkerService>();
    }
}
