using System.Net;
using SimXir.Grid;

namespace SimXir.Host;

/// <summary>What it costs to send a worker's pod away: when Kubernetes shrinks a Deployment, the cheapest go first.</summary>
public static class PodCost
{
    public const string Annotation = "controller.kubernetes.io/pod-deletion-cost";

    /// <summary>It trains.</summary>
    public const int Busy = 1000;

    /// <summary>It has no work, as one that has just come and is not known yet.</summary>
    public const int Idle = 0;

    /// <summary>It gets no work any more.</summary>
    public const int Quarantined = -1000;

    /// <param name="pool">What the pool knows.</param>
    /// <param name="address">The pod's, which is its silo's.</param>
    public static int Of(PoolStatus pool, IPAddress address)
    {
        if (pool.Served.Any(served => IsOn(served.Worker, address))) return Busy;
        return pool.Quarantined.Any(slot => IsOn(slot.Worker, address)) ? Quarantined : Idle;
    }

    private static bool IsOn(WorkerId worker, IPAddress address) => SiloAddress.FromParsableString(worker.Silo).Endpoint.Address.Equals(address);
}
