using SimXir.Experiments;
using SimXir.Store;

namespace SimXir.Grid;

/// <summary>What the grains remember, read from the store without a grid; null where a grain has written nothing yet.</summary>
public sealed class GrainRecords(IObjectStore store)
{
    public Task<SweepState?> SweepAsync(SweepId sweep, CancellationToken cancellation) => ReadAsync<SweepState>("sweep", sweep.Value, cancellation);

    public Task<ExperimentState?> ExperimentAsync(ExperimentId experiment, CancellationToken cancellation) =>
        ReadAsync<ExperimentState>("experiment", experiment.ToString(), cancellation);

    public Task<RoundState?> RoundAsync(RoundKey round, CancellationToken cancellation) => ReadAsync<RoundState>("round", round.Value, cancellation);

    /// <summary>What the pool knew when something last changed; as old as the last process that was at work.</summary>
    public Task<PoolRecord?> PoolAsync(CancellationToken cancellation) => ReadAsync<PoolRecord>("pool", IGpuPoolGrain.Default, cancellation);

    private async Task<T?> ReadAsync<T>(string type, string key, CancellationToken cancellation)
        where T : class =>
        await store.ReadAsync(ObjectGrainStorage.NameOf(type, key), cancellation) is { } found ? GrainStateJson.Read<T>(found.Content) : null;
}
