using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text.Json;
using SimXir.Experiments;
using SimXir.Store;

namespace SimXir.Grid;

/// <summary>The plans of this silo's sweeps, read from the store once: a name never changes its plan.</summary>
public sealed class SweepPlans(SweepStore sweeps)
{
    private readonly ConcurrentDictionary<SweepId, SweepPlan> _plans = new();

    public static string DigestOf(SweepPlan plan) =>
        Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(plan, CorridorJson.Options)));

    /// <summary>Throws <see cref="InvalidOperationException"/> for a sweep that was never submitted.</summary>
    public async Task<SweepPlan> GetAsync(SweepId sweep)
    {
        if (_plans.TryGetValue(sweep, out var known)) return known;
        var plan = await sweeps.ReadPlanAsync(sweep)
            ?? throw new InvalidOperationException($"the store holds no plan of sweep '{sweep}'");
        return _plans.GetOrAdd(sweep, plan);
    }

    public async Task<ExperimentPlan> GetAsync(ExperimentId experiment)
    {
        var plan = await GetAsync(experiment.Sweep);
        return plan.Experiments.FirstOrDefault(candidate => candidate.Id == experiment)
            ?? throw new InvalidOperationException($"the plan of sweep '{experiment.Sweep}' has no experiment {experiment}");
    }
}
