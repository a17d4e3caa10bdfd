using Microsoft.Extensions.Options;
using SimXir.Experiments;
using SimXir.Grid;
using SimXir.Store;

namespace SimXir.Worker;

/// <summary>Makes attempts with what this process has.</summary>
public sealed class AttemptRunner(
    RoundStore rounds,
    ContentStore parts,
    IObjectStore store,
    DatasetSupply datasets,
    IRoundRunner runner,
    IOptions<WorkerOptions> options,
    TimeProvider time,
    ILoggerFactory logs)
{
    public Attempt Create(RoundKey key, Lease lease, IRoundGrain round, SlotDevice device, SlotClock clock) =>
        new(new AttemptContext(key, lease, round, device, clock, rounds, parts, store, datasets, runner, options.Value, time), logs.CreateLogger<Attempt>());
}
