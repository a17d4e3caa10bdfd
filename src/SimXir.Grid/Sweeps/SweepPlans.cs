using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text.Json;
using SimXir.Experiments;
using SimXir.Store;

namespace SimXir.Grid;

/// <summary>The plans of this silo's sweeps, read from the store once: a name never changes its plan, but for seeds that are added to it.</summary>
public sealed class SweepPlans(SweepStore sweeps)
{
    private readonly ConcurrentDictionary<SweepId, Lazy<Task<IndexedPlan>>> _plans = new();

    /// <summary>By which a plan is known: that of its first seeds, whatever was added to them.</summary>
    public static string DigestOf(SweepPlan plan)
    {
        var first = plan.Spec.SeedsUntil is null ? plan : plan with { Experiments = [.. plan.Experiments.Where(experiment => plan.Spec.Seeds.Contains(experiment.Id.Seed))] };
        using var sha256 = SHA256.Create();
        using (var hashing = new CryptoStream(Stream.Null, sha256, CryptoStreamMode.Write)) JsonSerializer.Serialize(hashing, first, CorridorJson.Options);
        return Convert.ToHexStringLower(sha256.Hash!);
    }

    /// <summary>A plan that has just been stored.</summary>
    public void Add(SweepPlan plan) => _plans[plan.Sweep] = new Lazy<Task<IndexedPlan>>(Task.FromResult(new IndexedPlan(plan)));

    /// <summary>Throws <see cref="InvalidOperationException"/> for a sweep that was never submitted.</summary>
    public async Task<SweepPlan> GetAsync(SweepId sweep) => (await IndexedAsync(sweep)).Plan;

    /// <summary>One that is not in the plan as it was read may have been added since, on another silo.</summary>
    public async Task<ExperimentPlan> GetAsync(ExperimentId experiment)
    {
        if ((await IndexedAsync(experiment.Sweep)).Experiments.GetValueOrDefault(experiment) is { } known) return known;
        Forget(experiment.Sweep);
        return (await IndexedAsync(experiment.Sweep)).Experiments.GetValueOrDefault(experiment)
            ?? throw new InvalidOperationException($"the plan of sweep '{experiment.Sweep}' has no experiment {experiment}");
    }

    /// <summary>The next who asks reads the plan again.</summary>
    public void Forget(SweepId sweep) => _plans.TryRemove(sweep, out _);

    /// <summary>However many experiments ask at once, the plan is read once; a reading that failed is not kept.</summary>
    private async Task<IndexedPlan> IndexedAsync(SweepId sweep)
    {
        var reading = _plans.GetOrAdd(sweep, id => new Lazy<Task<IndexedPlan>>(() => ReadAsync(id)));
        try
        {
            return await reading.Value;
        }
        catch
        {
            _plans.TryRemove(KeyValuePair.Create(sweep, reading));
            throw;
        }
    }

    private async Task<IndexedPlan> ReadAsync(SweepId sweep) => new(await sweeps.ReadPlanAsync(sweep)
        ?? throw new InvalidOperationException($"the store holds no plan of sweep '{sweep}'"));

    private sealed class IndexedPlan(SweepPlan plan)
    {
        public SweepPlan Plan => plan;

        public Dictionary<ExperimentId, ExperimentPlan> Experiments { get; } = plan.Experiments.ToDictionary(experiment => experiment.Id);
    }
}
