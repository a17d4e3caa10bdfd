using SimXir.Experiments;
using SimXir.Store;

namespace SimXir.Host;

/// <summary>What can be asked of a sweep: through its store, or through a cluster that has one.</summary>
public interface ISweepControl
{
    /// <summary>Pauses, resumes or cancels.</summary>
    /// <exception cref="StoreException">There is no such sweep, or it has ended.</exception>
    /// <exception cref="ClusterException">The same, of a cluster's sweep.</exception>
    Task<ControlReply> OrderAsync(SweepId sweep, SweepOrder order, CancellationToken cancellation);

    /// <summary>Changes how the sweep is served among others.</summary>
    /// <exception cref="StoreException">There is no such sweep, or it has ended.</exception>
    /// <exception cref="ClusterException">The same, of a cluster's sweep.</exception>
    Task<PriorityReply> ServeAsync(SweepId sweep, ServiceWish wanted, CancellationToken cancellation);
}
