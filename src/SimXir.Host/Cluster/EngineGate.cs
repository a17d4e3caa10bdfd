using SimXir.Experiments;

namespace SimXir.Host;

/// <summary>Lets a silo join only where all members run the same engine: equal round keys must mean equal results.</summary>
public static class EngineGate
{
    /// <exception cref="ClusterException">A member runs another engine.</exception>
    public static async Task CheckAsync(MembershipTable table, ClusterAddress cluster)
    {
        foreach (var row in await table.ReadAsync())
        {
            if (MembershipRow.Of(row) is { IsMember: true, Name: { } name } && SiloLabel.EngineOf(name) is { } engine && engine != Engine.Version)
            {
                throw new ClusterException(
                    $"this program has engine {Engine.Version}, and cluster {cluster} has the {name}; silos of different engines would mix results that are not equal. "
                    + "Run the same version everywhere, or give the other version a cluster of its own: another NAME in --cluster");
            }
        }
    }
}
