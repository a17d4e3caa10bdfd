using System.Collections.Immutable;
using SimXir.Experiments;

namespace SimXir.Method.Tests;

/// <summary>Rounds that take well under a second: width 2, 60 images, batch 8, so 7 steps an epoch and 4 images dropped.</summary>
internal static class TinyRounds
{
    public const int Batch = 8;
    public const int StepsPerEpoch = 7;

    private static readonly BackboneSpec Backbone = new() { Width = 2 };

    public static Dataset Data { get; } = new(DatasetId.Parse("cifar10"), new string('0', 64), RandomImages.Of(60), RandomImages.Of(20, seed: 1));

    private static DatasetRecipe Images => new(Data.Id, Data.Fingerprint, null);

    /// <summary>Every pretraining method of the catalog, and those of their options that change how a step runs.</summary>
    public static ImmutableSortedDictionary<string, MethodSpec> Methods { get; } = Catalog.Methods.ToImmutableSortedDictionary(
        method => method.Key, method => method.Value.Defaults, StringComparer.Ordinal).SetItems(new Dictionary<string, MethodSpec>
    {
        ["moco"] = new MocoSpec { Queue = 2 * Batch },
        ["moco symmetric in groups"] = new MocoSpec { Queue = 4 * Batch, Symmetric = true, BatchNormSplits = 2 },
        ["byol with BatchNorm"] = new ByolSpec { ProjectorBatchNorm = true },
        // Its 2,048 are most of a step's time.
        ["barlowtwins"] = new BarlowTwinsSpec { Hidden = 64, Output = 32 },
    });

    public static PretrainRecipe Pretrain(
        int from = 0, int to = 3, int epochs = 3, int seed = 0, double learningRate = 0.5, string method = "simsiam", Precision precision = Precision.Fp32) => new()
    {
        Engine = Engine.Version,
        Dataset = Images,
        Backbone = Backbone,
        Seed = seed,
        Precision = precision,
        Parents = [],
        Method = Methods[method],
        Pretrain = new PretrainSpec { Epochs = epochs, Batch = Batch, BlockEpochs = to - from, BaseLearningRate = learningRate },
        Views = new ViewSpec(),
        FromEpoch = from,
        ToEpoch = to,
    };

    public static FinetuneRecipe Finetune(Treatment treatment, int round = 1, int epochs = 2, Precision precision = Precision.Fp32) => new()
    {
        Engine = Engine.Version,
        Dataset = Images,
        Backbone = Backbone,
        Seed = 0,
        Precision = precision,
        Parents = [],
        Treatment = treatment,
        Finetune = new FinetuneSpec { Epochs = epochs, Batch = Batch, LearningRate = 0.01 },
        Views = new ViewSpec(),
        Round = round,
    };

    public static EvaluateRecipe Evaluate() => new()
    {
        Engine = Engine.Version,
        Dataset = Images,
        Backbone = Backbone,
        Seed = 0,
        Precision = Precision.Fp32,
        Parents = [],
        Evaluate = new EvaluateSpec(),
    };

    public static RoundInputs Inputs(IReadOnlyDictionary<string, byte[]>? parent = null, byte[]? checkpoint = null, int threads = 1) => new(
        Data,
        (parent ?? ImmutableDictionary<string, byte[]>.Empty).ToDictionary(pair => pair.Key, pair => (ReadOnlyMemory<byte>)pair.Value),
        checkpoint is null ? (ReadOnlyMemory<byte>?)null : checkpoint.AsMemory(),
        threads,
        "cpu");

    public static RoundOutput Run(RoundRecipe recipe, RoundInputs inputs, IRoundHost? host = null) => new RoundEngine().Run(recipe, inputs, host ?? new RecordingHost());

    /// <summary>Runs, stops after each of the steps named, and goes on from the checkpoint.</summary>
    public static (RoundOutput Output, List<MetricRecord> Metrics) RunWithStops(RoundRecipe recipe, IReadOnlyDictionary<string, byte[]>? parent, params int[] stops)
    {
        var (metrics, done, checkpoint) = (new List<MetricRecord>(), 0, (byte[]?)null);
        foreach (var stop in (int[])[.. stops.Distinct().Order(), 0])
        {
            var host = new RecordingHost(stop == 0 ? 0 : stop - done);
            var output = Run(recipe, Inputs(parent, checkpoint), host);
            metrics.AddRange(host.Metrics);
            if (stop == 0) return (output, metrics);
            Assert.Equal(StopReason.Preempted, output.Outcome);
            Assert.Equal(stop, Assert.Single(host.Saved).Step);
            (done, checkpoint) = (stop, host.Saved[0].Content);
        }
        throw new InvalidOperationException("the last stop is 0");
    }
}
