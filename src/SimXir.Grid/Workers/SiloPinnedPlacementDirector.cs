using System.Globalization;
using Orleans.Runtime.Placement;

namespace SimXir.Grid;

/// <summary>Reads the silo from a key of the form <c>silo|device</c>.</summary>
public sealed class SiloPinnedPlacementDirector : IPlacementDirector
{
    /// <summary>Throws <see cref="SiloUnavailableException"/> where the silo is no active member: its workers are gone with it.</summary>
    public Task<SiloAddress> OnAddActivation(PlacementStrategy strategy, PlacementTarget target, IPlacementContext context)
    {
        var worker = WorkerId.Parse(target.GrainIdentity.Key.ToString()!);
        return SiloAddress.TryParse(worker.Silo, CultureInfo.InvariantCulture, out var silo) && context.GetCompatibleSilos(target).Contains(silo)
            ? Task.FromResult(silo)
            : Task.FromException<SiloAddress>(new SiloUnavailableException($"the silo of worker {worker} is no active member"));
    }
}
