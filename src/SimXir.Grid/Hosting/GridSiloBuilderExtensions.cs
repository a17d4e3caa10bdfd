using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Orleans.Providers;
using Orleans.Runtime.Hosting;
using Orleans.Serialization;
using Orleans.Serialization.Cloning;
using SimXir.Experiments;
using SimXir.Store;

namespace SimXir.Grid;

/// <summary>Puts the grid into a silo.</summary>
public static class GridSiloBuilderExtensions
{
    /// <summary>The grains' storage, placement and messages; the store and a <see cref="TimeProvider"/> must be registered.</summary>
    public static ISiloBuilder AddGrid(this ISiloBuilder silo)
    {
        silo.Services.TryAddSingleton(TimeProvider.System);
        silo.Services.TryAddSingleton(services => new ContentStore(services.GetRequiredService<IObjectStore>()));
        silo.Services.TryAddSingleton(services =>
            new RoundStore(services.GetRequiredService<IObjectStore>()));
        silo.Services.TryAddSingleton(services => new SweepStore(services.GetRequiredService<IObjectStore>()));
        silo.Services.AddSingleton<CommittedRounds>();
        silo.Services.AddSingleton<SweepPlans>();
        silo.Services.AddSingleton<SiloWatch>();
        silo.Services.AddOptions<GridOptions>();
        silo.Services.AddPlacementDirector<SiloPinnedPlacement, SiloPinnedPlacementDirector>();
        silo.Services.AddGrainStorage(ProviderConstants.DEFAULT_STORAGE_PROVIDER_NAME, (services, _) => ActivatorUtilities.CreateInstance<ObjectGrainStorage>(services));
        silo.Services.AddGridMessages();
        return silo;
    }

    /// <summary>The reconciler: on every silo that keeps the grid going. Register it after the silo itself, so that it stops first.</summary>
    public static IServiceCollection AddReconciler(this IServiceCollection services) => services.AddHostedService<Reconciler>();

    /// <summary>How the corridor's words travel: as the corridor's JSON. Silos and clients need it alike.</summary>
    public static IServiceCollection AddGridMessages(this IServiceCollection services) => services
        .AddSerializer(serializer => serializer.AddJsonSerializer(CorridorCopier.IsOfCorridor, isCopyable: _ => false, json => json.Configure(options => options.SerializerOptions = CorridorJson.Options)))
        .AddSingleton<IGeneralizedCopier, CorridorCopier>();
}
