using System.Collections.Concurrent;
using SimXir.Experiments;
using SimXir.Store;

namespace SimXir.Grid;

/// <summary>What the grains remember, read from the store without a grid; null where a grain has written nothing yet.</summary>
public sealed class GrainRecords(IObjectStore store)
{
    /// <summary>Requests under way at once.</summary>
    private const int AtOnce = 16;

    public Task<SweepState?> SweepAsync(SweepId sweep, CancellationToken cancellation) => ReadAsync<SweepState>("sweep", sweep.Value, cancellation);

    public Task<ExperimentState?> ExperimentAsync(ExperimentId experiment, CancellationToken cancellation) =>
        ReadAsync<ExperimentState>("experiment", experiment.ToString(), cancellation);

    /// <summary>All experiments of a plan, in its order; a store that is far away is asked for many at a time.</summary>
    public async Task<IReadOnlyList<(ExperimentId Id, ExperimentState? State)>> ExperimentsAsync(SweepPlan plan, CancellationToken cancellation)
    {
        var states = new (ExperimentId, ExperimentState?)[plan.Experiments.Length];
        var options = new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellation };
        await Parallel.ForEachAsync(Enumerable.Range(0, states.Length), options, async (at, token) =>
            states[at] = (plan.Experiments[at].Id, await ExperimentAsync(plan.Experiments[at].Id, token)));
        return states;
    }

    /// <summary>The rounds of a plan that have a record, each once.</summary>
    public async Task<IReadOnlyDictionary<RoundKey, RoundState>> RoundsAsync(SweepPlan plan, CancellationToken cancellation)
    {
        var states = new ConcurrentDictionary<RoundKey, RoundState>();
        var options = new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellation };
        var keys = plan.Experiments.SelectMany(experiment => experiment.Rounds).Select(round => round.Key).Distinct();
        await Parallel.ForEachAsync(keys, options, async (key, token) =>
        {
            if (await RoundAsync(key, token) is { } state) states[key] = state;
        });
        return states;
    }

    public Task<RoundState?> RoundAsync(RoundKey round, CancellationToken cancellation) => ReadAsync<RoundState>("round", round.Value, cancellation);

    /// <summary>What the pool knew when something last changed; as old as the last process that was at work.</summary>
    public Task<PoolRecord?> PoolAsync(CancellationToken cancellation) => ReadAsync<PoolRecord>("pool", IGpuPoolGrain.Default, cancellation);

    private async Task<T?> ReadAsync<T>(string type, string key, CancellationToken cancellation)
        where T : class =>
        await store.ReadAsync(ObjectGrainStorage.NameOf(type, key), cancellation) is { } found ? GrainStateJson.Read<T>(found.Content) : null;
}
