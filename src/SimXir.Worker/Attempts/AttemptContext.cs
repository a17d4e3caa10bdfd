using SimXir.Experiments;
using SimXir.Grid;
using SimXir.Store;

namespace SimXir.Worker;

/// <summary>What an attempt works with.</summary>
public sealed record AttemptContext(
    RoundKey Key,
    Lease Lease,
    IRoundGrain Round,
    SlotDevice Device,
    SlotClock Clock,
    RoundStore Rounds,
    ContentStore Parts,
    IObjectStore Store,
    DatasetSupply Datasets,
    IRoundRunner Runner,
    WorkerOptions Options,
    TimeProvider Time);
