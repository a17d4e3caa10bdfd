using System.Collections.Concurrent;
using Orleans.Metadata;

namespace SimXir.Host;

/// <summary>The grains of this silo that stand in the grain directory: all but the stateless ones.</summary>
public sealed class ActiveGrains : IConfigureGrainContextProvider, IConfigureGrainContext
{
    private const string Stateless = "StatelessWorkerPlacement"; // Orleans' name for it
    private readonly ConcurrentDictionary<ActivationId, IGrainContext> _contexts = new();

    public IEnumerable<IGrainContext> Now => _contexts.Values;

    public bool TryGetConfigurator(GrainType grainType, GrainProperties properties, out IConfigureGrainContext configurator)
    {
        configurator = this;
        return !properties.Properties.TryGetValue(WellKnownGrainTypeProperties.PlacementStrategy, out var placement) || placement != Stateless;
    }

    public void Configure(IGrainContext context)
    {
        _contexts[context.ActivationId] = context;
        _ = RemoveAtEndAsync(context);
    }

    private async Task RemoveAtEndAsync(IGrainContext context)
    {
        await context.Deactivated.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _contexts.TryRemove(context.ActivationId, out _);
    }
}
