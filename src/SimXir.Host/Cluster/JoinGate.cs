using SimXir.Experiments;
using SimXir.Store;

namespace SimXir.Host;

/// <summary>Lets a silo join only where all members run the same engine, since equal round keys must mean equal results, and work on the same store: grains would
/// forget what another silo's store remembers.</summary>
public static class JoinGate
{
    /// <param name="table">Who is a member.</param>
    /// <param name="cluster">What is to be joined.</param>
    /// <param name="store">What the silo would work on.</param>
    /// <param name="identity">The store's.</param>
    /// <exception cref="ClusterException">A member runs another engine, or works on another store.</exception>
    public static async Task CheckAsync(MembershipTable table, ClusterAddress cluster, IObjectStore store, StoreIdentity identity)
    {
        foreach (var row in await table.ReadAsync())
        {
            if (MembershipRow.Of(row) is not { IsMember: true, Name: { } name }) continue;
            if (SiloLabel.EngineOf(name) is { } engine && engine != Engine.Version)
            {
                throw new ClusterException(
                    $"this program has engine {Engine.Version}, and cluster {cluster} has the {name}; silos of different engines would mix results that are not equal. "
                    + "Run the same version everywhere, or give the other version a cluster of its own: another NAME in --cluster");
            }
            if (SiloLabel.StoreOf(name) is { } other && other != identity.Id)
            {
                throw new ClusterException(
                    $"the store {store.Description} has identity {identity.Id}, and cluster {cluster} has the {name}; silos of different stores would lose sight of each other's work. "
                    + "Name the cluster's store with --store or SIMXIR_STORE, or a cluster of its own: another NAME in --cluster");
            }
        }
    }
}
