using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using SimXir.Grid;

namespace SimXir.Worker;

/// <summary>Puts worker slots into a silo's process.</summary>
public static class WorkerServiceCollectionExtensions
{
    /// <summary>Register it after the silo; the store, its rooms and the datasets must be registered too.</summary>
    public static IServiceCollection AddWorkers(this IServiceCollection services, Action<WorkerOptions> configure)
    {
        services.TryAddSingleton<IRoundRunner, EngineRounds>();
        return services
            .Configure(configure)
            .AddSingleton<LocalWorkers>()
            .AddSingleton<ILocalWorkers>(provider => provider.GetRequiredService<LocalWorkers>())
            .AddSingleton<AttemptRunner>()
            .AddHostedService<WorkerService>();
    }
}
