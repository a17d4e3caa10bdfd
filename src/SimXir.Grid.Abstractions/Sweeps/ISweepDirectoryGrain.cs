using Orleans.Concurrency;
using SimXir.Experiments;

namespace SimXir.Grid;

/// <summary>The list of sweeps of a cluster; its key is <see cref="Key"/>.</summary>
[Alias("SimXir.ISweepDirectoryGrain")]
public interface ISweepDirectoryGrain : IGrainWithIntegerKey
{
    /// <summary>The only key.</summary>
    const long Key = 0;

    /// <summary>Puts a sweep on the list of those that <see cref="Wake"/> looks after; calling it again does nothing.</summary>
    [Alias("Add")]
    Task Add(SweepId sweep);

    /// <summary>Takes an ended sweep off the list.</summary>
    [Alias("Ended")]
    Task Ended(SweepId sweep);

    /// <summary>Wakes every sweep that has not ended. The reconciler calls it; it costs one call a sweep.</summary>
    [AlwaysInterleave]
    [Alias("Wake")]
    Task Wake();
}
