using System.Collections.Immutable;

namespace SimXir.Experiments.Tests;

/// <summary>Specs and plans that several tests use.</summary>
internal static class Samples
{
    public const string Yaml = """
        name: golden
        datasets: [cifar10, svhn]
        methods: [simsiam]
        seeds: [0, 1]
        backbone: { arch: resnet18, width: 16, stem: cifar }
        pretrain: { epochs: 25, batch: 128, blockEpochs: 10 }
        finetune: { epochs: 3, rounds: 2, learningRate: 5.0e-4, batch: 128 }
        evaluate: { knn: [5, 7], linear: [converged] }
        subset: { train: 1000, test: 500 }
        """;

    /// <summary><see cref="Yaml"/> with an import in place of its pretraining.</summary>
    public static string FromImport { get; } = Yaml.Replace("{ epochs: 25, batch: 128, blockEpochs: 10 }", "{ from: mine }", StringComparison.Ordinal);

    public static ImportRecipe Import { get; } = new() { Backbone = new BackboneSpec { Width = 16 }, Parents = [], Weights = new string('a', 64) };

    public static ImmutableDictionary<DatasetId, string> Fingerprints { get; } =
        Catalog.Datasets.Keys.ToImmutableDictionary(DatasetId.Parse, name => $"fingerprint of {name}");

    public static SweepPlan Plan(string yaml) => Plan(SpecReader.Read(yaml, "sample.yaml"));

    public static SweepPlan Plan(SweepSpec spec) => Planner.Expand(
        spec, PrecisionChoice.Resolve(spec.Precision, Precision.Fp32), Fingerprints, spec.Pretrain.From is null ? null : Import);

    public static ImmutableArray<PlannedRound> Rounds(SweepPlan plan) => [.. plan.Experiments.SelectMany(experiment => experiment.Rounds)];
}
