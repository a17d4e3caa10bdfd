using System.Collections.Immutable;
using System.Globalization;
using SimXir.Experiments;
using SimXir.Grid;
using SimXir.Method;
using SimXir.Store;
using SimXir.Worker;

namespace SimXir.Host;

/// <summary>From a spec to a plan: the data is read, held against the spec, and named by its fingerprint.</summary>
public static class SweepPlanning
{
    /// <param name="loaded">The spec.</param>
    /// <param name="datasets">Where its data is.</param>
    /// <param name="store">Where its import would be, and an earlier plan of its name.</param>
    /// <param name="best">What the devices that will train do fastest; asked where the spec leaves it open.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <param name="trainsHere">Whether folders of images are decoded, as this process will need them, or only counted.</param>
    /// <exception cref="DatasetException">A dataset is missing, damaged, or too small for the spec.</exception>
    /// <exception cref="SpecException">The import that it starts from is not in the store, or another backbone.</exception>
    public static async Task<SweepPlan> PlanAsync(LoadedSpec loaded, DatasetSupply datasets, IObjectStore store, Func<Task<Precision>> best, CancellationToken cancellation, bool trainsHere = false)
    {
        var spec = loaded.Spec;
        var import = await BackboneImports.ResolveAsync(loaded, store, cancellation);
        var fingerprints = ImmutableSortedDictionary.CreateBuilder<DatasetId, string>(Comparer<DatasetId>.Create((a, b) => string.CompareOrdinal(a.Name, b.Name)));
        var missing = new List<(DatasetId Id, DatasetException Fault)>();
        foreach (var id in spec.Datasets)
        {
            cancellation.ThrowIfCancellationRequested();
            try
            {
                fingerprints[id] = await datasets.FingerprintAsync(id, cancellation);
            }
            catch (DatasetException fault)
            {
                missing.Add((id, fault));
            }
        }
        if (missing is [var (_, first), .. var others])
            throw others.Count == 0 ? first : new DatasetException($"{first.Message}. Not to be had either: {string.Join(", ", others.Select(other => other.Id))}; 'simxir data check NAME' tells why", first);
        var precision = spec.Precision == Precision.Auto ? await best() : spec.Precision;
        var plan = Planner.Expand(spec, precision, fingerprints.ToImmutable(), import);
        var known = await new SweepStore(store).ReadPlanAsync(plan.Sweep, cancellation);
        if (known is not null && SweepPlans.DigestOf(known) == SweepPlans.DigestOf(plan)) return plan; // this very data was held against the spec before
        foreach (var recipe in spec.Datasets.Select(id => DatasetRecipe.Of(spec, id, fingerprints[id])))
        {
            var images = recipe.Name.IsImageFolder && !trainsHere ? datasets.CountTrain(recipe) : (await datasets.LoadAsync(recipe, cancellation)).Train.Count;
            if (images is { } count) Check(spec, recipe.Name, count);
        }
        return plan;
    }

    /// <summary>The datasets that a plan's rounds read.</summary>
    public static IEnumerable<DatasetRecipe> DatasetsOf(SweepPlan plan) => plan.Experiments
        .Select(experiment => experiment.Rounds.Select(round => round.Recipe).OfType<WorkRecipe>().FirstOrDefault()?.Dataset).OfType<DatasetRecipe>();

    /// <summary>What to tell someone whose sweep has a name that is taken.</summary>
    public static async Task<StoreException> NameTakenAsync(SweepStore sweeps, IObjectStore store, SweepPlan plan, CancellationToken cancellation)
    {
        var known = await sweeps.ReadPlanAsync(plan.Sweep, cancellation);
        var differences = known is null ? "" : $" (it differs in {PlanDifference.Describe(known, plan)})";
        return new StoreException(
            $"the store {store.Description} holds another sweep named '{plan.Sweep}'{differences}; give this one another 'name:', or another --store", isInput: true);
    }

    private static void Check(SweepSpec spec, DatasetId dataset, int images)
    {
        if (spec.Pretrain.From is null) CheckBatch("pretrain.batch", spec.Pretrain.Batch, dataset, images);
        if (spec.Treatments.Any(treatment => treatment != Treatment.Baseline)) CheckBatch("finetune.batch", spec.Finetune.Batch, dataset, images);
    }

    private static void CheckBatch(string key, int batch, DatasetId dataset, int images)
    {
        if (batch > images)
        {
            throw new DatasetException(string.Create(CultureInfo.InvariantCulture,
                $"{key} {batch} is larger than the {images} training images of {dataset}, so no step could be made; allowed are 2 to {images}: lower the batch or raise subset.train"));
        }
    }
}
