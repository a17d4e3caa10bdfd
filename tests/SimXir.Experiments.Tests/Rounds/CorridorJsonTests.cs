using System.Collections.Immutable;
using System.Text.Json;

namespace SimXir.Experiments.Tests;

public sealed class CorridorJsonTests
{
    [Fact]
    public void Plan_WrittenAndRead_IsTheSameToTheLetter()
    {
        var plan = Samples.Plan(Samples.Yaml);
        var text = JsonSerializer.Serialize(plan, CorridorJson.Options);
        var back = JsonSerializer.Deserialize<SweepPlan>(text, CorridorJson.Options)!;
        Assert.Equal(text, JsonSerializer.Serialize(back, CorridorJson.Options));
        Assert.Equal(Samples.Rounds(plan).Select(round => round.Key), Samples.Rounds(back).Select(round => RecipeJson.KeyOf(round.Recipe)));
        Assert.Equal(plan.Experiments[0].Id, back.Experiments[0].Id);
    }

    [Fact]
    public void Recipe_ReadWithItsKindInTheMiddle_HasItsType()
    {
        var recipe = Samples.Plan(Samples.Yaml).Experiments[0].Rounds[0].Recipe;
        // The canonical form sorts the keys, so that "kind" does not come first.
        Assert.IsType<PretrainRecipe>(JsonSerializer.Deserialize<RoundRecipe>(RecipeJson.Canonical(recipe), CorridorJson.Options));
    }

    [Fact]
    public void ImportedRounds_WrittenAndRead_AreTheSameToTheLetter()
    {
        var plan = Samples.Plan(Samples.FromImport);
        var text = JsonSerializer.Serialize(plan, CorridorJson.Options);
        var back = JsonSerializer.Deserialize<SweepPlan>(text, CorridorJson.Options)!;
        Assert.Equal(text, JsonSerializer.Serialize(back, CorridorJson.Options));
        Assert.Equal(new ImportId("mine"), back.Spec.Pretrain.From);
        Assert.Equal(Samples.Import.Weights, Assert.IsType<ImportRecipe>(back.Experiments[0].Rounds[0].Recipe).Weights);
    }

    [Fact]
    public void Manifest_WrittenAndRead_IsTheSameToTheLetter()
    {
        var round = Samples.Plan(Samples.Yaml).Experiments[0].Rounds[^1];
        var manifest = new RoundManifest
        {
            Key = round.Key,
            Recipe = round.Recipe,
            Outcome = StopReason.Diverged,
            Fence = 3,
            Attempts = 2,
            Parts = ImmutableSortedDictionary<string, PartRef>.Empty.Add("weights", new PartRef(new string('a', 64), 1L << 40)),
            Training = new TrainingSummary(1, 2, double.NaN, null, 0.1),
            Evaluation = new EvaluationResult
            {
                Knn = new KnnResult(
                    ImmutableSortedDictionary<int, double>.Empty.Add(21, 0.5).Add(5, 0.25),
                    ImmutableSortedDictionary<int, double>.Empty.Add(5, double.PositiveInfinity)),
                Linear = ImmutableSortedDictionary<ProbeKind, LinearResult>.Empty.Add(ProbeKind.Converged, new LinearResult(0.5, 1)),
                FeatureSpread = 0.3,
            },
            Notes = ["the probe stopped at its limit of steps"],
            Environment = new RunEnvironment("cpu", 2, "host", "2.10.0", "0.1.0"),
            StartedAt = new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero),
            CommittedAt = new DateTimeOffset(2026, 1, 2, 3, 5, 5, TimeSpan.Zero),
            Ledger = new SlotLedger(UsefulSeconds: 1.5),
        };
        var text = JsonSerializer.Serialize(manifest, CorridorJson.Options);
        var back = JsonSerializer.Deserialize<RoundManifest>(text, CorridorJson.Options)!;
        Assert.Equal(text, JsonSerializer.Serialize(back, CorridorJson.Options));
        Assert.Contains("\"outcome\":\"Diverged\"", text, StringComparison.Ordinal);
        Assert.Contains("\"linear\":{\"converged\":", text, StringComparison.Ordinal);
        Assert.Contains("\"cosine\":{\"5\":0.25,\"21\":0.5}", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Ledger_Written_HasItsSixPartsAlone() => Assert.Equal(
        """{"usefulSeconds":1,"redoneSeconds":2,"startupSeconds":3,"checkpointSeconds":4,"idleSeconds":5,"wastedSeconds":6}""",
        JsonSerializer.Serialize(new SlotLedger(1, 2, 3, 4, 5, 6), CorridorJson.Options));

    [Theory]
    [InlineData("\"mnist\"", typeof(DatasetId), "unknown dataset 'mnist'; known: cifar10, cifar100, fashion-mnist, fashion-mnist-sample, svhn, or images-NAME for a folder of images of your own")]
    [InlineData("\"x/cifar10/simsiam/-1\"", typeof(ExperimentId), "'x/cifar10/simsiam/-1' is no experiment; the form is sweep/dataset/method/seed")]
    [InlineData("\"AB\"", typeof(RoundKey), "'AB' is no round key; a key is 64 lower-case hexadecimal digits")]
    [InlineData("\"a/b\"", typeof(ImportId), "'a/b' is no name of an import; allowed are 1 to 64 letters, digits, '-', '_' and '.', starting with a letter or digit")]
    [InlineData("null", typeof(SweepId), "null where a SweepId was expected")]
    public void Id_ThatIsNone_IsRefusedByName(string json, Type type, string message)
    {
        var fault = Assert.Throws<JsonException>(() => JsonSerializer.Deserialize(json, type, CorridorJson.Options));
        Assert.StartsWith(message, fault.Message, StringComparison.Ordinal);
    }
}
