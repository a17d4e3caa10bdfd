using System.Collections.Immutable;
using SimXir.Experiments;

namespace SimXir.Store.Tests;

/// <summary>Records as rounds write them.</summary>
internal static class Samples
{
    private static readonly DateTimeOffset Start = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);

    public static RoundRecipe Recipe(int seed = 0, params RoundKey[] parents) => new EvaluateRecipe
    {
        Engine = Engine.Version,
        Dataset = new DatasetRecipe(DatasetId.Parse("cifar10"), new string('f', 64), null),
        Backbone = new BackboneSpec(),
        Seed = seed,
        Precision = Precision.Fp32,
        Parents = [.. parents],
        Evaluate = new EvaluateSpec(),
    };

    public static RoundKey Key(int seed = 0) => RecipeJson.KeyOf(Recipe(seed));

    public static RoundManifest Manifest(long fence, RoundRecipe? recipe = null) => new()
    {
        Key = RecipeJson.KeyOf(recipe ?? Recipe()),
        Recipe = recipe ?? Recipe(),
        Outcome = StopReason.Completed,
        Fence = fence,
        Attempts = 1,
        Environment = new RunEnvironment("cpu", 2, "host", "2.10.0", "0.1.0"),
        StartedAt = Start,
        CommittedAt = Start.AddMinutes(fence),
        Ledger = new SlotLedger(UsefulSeconds: fence),
    };

    public static HeadCheckpoint Checkpoint(long fence, long step) =>
        new(new PartRef(step.ToString("x64", System.Globalization.CultureInfo.InvariantCulture), step), step, (int)step / 10, Start.AddSeconds(step), fence);

    public static EvaluationResult Evaluation(double accuracy) => new()
    {
        Knn = new KnnResult(
            ImmutableSortedDictionary<int, double>.Empty.Add(5, accuracy),
            ImmutableSortedDictionary<int, double>.Empty.Add(5, accuracy / 2)),
        Linear = ImmutableSortedDictionary<ProbeKind, LinearResult>.Empty.Add(ProbeKind.Converged, new LinearResult(accuracy, 1)),
        FeatureSpread = 0.5,
    };
}
