using System.Collections.Concurrent;
using System.Collections.Immutable;
using SimXir.Experiments;
using SimXir.Report;
using SimXir.Store;

namespace SimXir.Host;

/// <summary>All that a report needs, out of a store.</summary>
public sealed class ReportReading(IObjectStore store, TimeProvider time)
{
    private const int AtOnce = 16;
    private readonly StoreReading _reading = new(store);

    public async Task<SweepReport> ReadAsync(SweepId sweep, CancellationToken cancellation)
    {
        var plan = await _reading.PlanAsync(sweep, cancellation);
        var result = await _reading.ResultAsync(sweep, cancellation);
        if (FinishedCells.FaultOf(result) is { } fault) throw new ReportException(fault);
        var manifests = await ManifestsAsync(plan, cancellation);
        var work = plan.Experiments.SelectMany(experiment => experiment.Rounds).Select(round => round.Recipe).OfType<WorkRecipe>().ToList();
        return new SweepReport
        {
            Result = result,
            Spec = plan.Spec,
            SpecText = await new SweepStore(store).ReadSpecAsync(sweep, cancellation) ?? SpecWriter.Write(plan.Spec),
            Curves = await new CurveReading(store).ReadAsync(plan, cancellation),
            Environments = [.. manifests.Select(found => found.Manifest.Environment).Distinct()],
            Precisions = [.. work.Select(recipe => recipe.Precision).Distinct().Order()],
            Fingerprints = work.Select(recipe => recipe.Dataset).DistinctBy(data => data.Name).ToImmutableSortedDictionary(data => data.Name.Name, data => data.Fingerprint, StringComparer.Ordinal),
            Notes = [.. manifests.SelectMany(found => found.Manifest.Notes.Select(note => $"{found.Name}: {note}"))],
            Wasted = (await _reading.StatusAsync(sweep, cancellation)).Wasted,
            At = time.GetUtcNow(),
        };
    }

    /// <summary>In the plan's order, each round once.</summary>
    private async Task<ImmutableArray<(string Name, RoundManifest Manifest)>> ManifestsAsync(SweepPlan plan, CancellationToken cancellation)
    {
        var rounds = new RoundStore(store);
        var named = plan.Experiments
            .SelectMany(experiment => experiment.Rounds.Select(round => (Name: $"{experiment.Id.Dataset} {experiment.Id.Method} seed {experiment.Id.Seed} {round.Title}", round.Key)))
            .DistinctBy(round => round.Key).ToArray();
        var found = new ConcurrentDictionary<RoundKey, RoundManifest>();
        await Parallel.ForEachAsync(named, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellation }, async (round, token) =>
        {
            if (await rounds.ReadManifestAsync(round.Key, help: false, token) is { } stored) found[round.Key] = stored.Manifest;
        });
        return [.. named.Where(round => found.ContainsKey(round.Key)).Select(round => (round.Name, found[round.Key]))];
    }
}
