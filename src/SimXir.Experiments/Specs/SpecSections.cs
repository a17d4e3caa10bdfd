using System.Collections.Immutable;

namespace SimXir.Experiments;

/// <summary>The maps inside a spec, key by key, with the ranges that their records document.</summary>
internal static class SpecSections
{
    private static readonly NumberRange Epochs = new(1, 100_000);
    private static readonly NumberRange Batch = new(2, 65_536);
    private static readonly NumberRange LearningRate = new(0, 1_000, AboveMin: true);
    private static readonly NumberRange Momentum = new(0, 1, BelowMax: true);
    private static readonly NumberRange Images = new(1, int.MaxValue);
    private static readonly ImmutableArray<string> Archs = ["resnet18", "resnet50"];

    public static ImmutableSortedDictionary<string, MethodId> Methods { get; } =
        Catalog.Methods.Keys.ToImmutableSortedDictionary(name => name, MethodId.Parse, StringComparer.Ordinal);

    public static BackboneSpec Backbone(MapReader map)
    {
        var defaults = new BackboneSpec();
        var arch = map.Word("arch", Archs.IndexOf(defaults.Arch), "backbone", Archs.ToImmutableSortedDictionary(name => name, Archs.IndexOf, StringComparer.Ordinal));
        var stem = map.Word("stem", defaults.Stem, "stem", SpecWords.Known<StemKind>());
        var spec = new BackboneSpec
        {
            Arch = Archs[arch],
            Stem = stem,
            Width = map.Int("width", defaults.Width, new NumberRange(1, 512)),
            MaxPool = map.Switch("maxPool", stem == StemKind.ImageNet),
        };
        map.RefuseOthers();
        return spec;
    }

    public static PretrainSpec Pretrain(MapReader map)
    {
        var defaults = new PretrainSpec();
        var spec = new PretrainSpec
        {
            From = map.ImportName("from"),
            Epochs = map.Int("epochs", defaults.Epochs, Epochs),
            Batch = map.Int("batch", defaults.Batch, Batch),
            BlockEpochs = map.Int("blockEpochs", defaults.BlockEpochs, Epochs),
            BaseLearningRate = map.Number("baseLearningRate", defaults.BaseLearningRate, LearningRate),
            Momentum = map.Number("momentum", defaults.Momentum, Momentum),
            WeightDecay = map.Number("weightDecay", defaults.WeightDecay, NumberRange.Fraction),
            Optimizer = map.Word("optimizer", defaults.Optimizer, "optimizer", SpecWords.Known<OptimizerKind>()),
            TrustCoefficient = map.Number("trustCoefficient", defaults.TrustCoefficient, new NumberRange(0, 1, AboveMin: true)),
            WarmupEpochs = map.Int("warmupEpochs", defaults.WarmupEpochs, new NumberRange(0, 100_000)),
            Schedule = map.Word("schedule", defaults.Schedule, "schedule", SpecWords.Known<ScheduleUnit>()),
        };
        map.RefuseOthers();
        if (spec.From is not null) map.RefuseBeside("from", "an import stands for the whole pretraining");
        return spec;
    }

    public static FinetuneSpec Finetune(MapReader map)
    {
        var defaults = new FinetuneSpec();
        var spec = new FinetuneSpec
        {
            Epochs = map.Int("epochs", defaults.Epochs, Epochs),
            Rounds = map.Int("rounds", defaults.Rounds, new NumberRange(1, 1_000)),
            LearningRate = map.Number("learningRate", defaults.LearningRate, LearningRate),
            Batch = map.Int("batch", defaults.Batch, Batch),
            Momentum = map.Number("momentum", defaults.Momentum, Momentum),
            WeightDecay = map.Number("weightDecay", defaults.WeightDecay, NumberRange.Fraction),
            Schedule = map.Word("schedule", defaults.Schedule, "schedule", SpecWords.Known<RateSchedule>()),
            Spherical = map.Switch("spherical", defaults.Spherical),
            Target = map.Word("target", defaults.Target, "target mode", SpecWords.Known<TargetMode>()),
        };
        map.RefuseOthers();
        return spec;
    }

    public static EvaluateSpec Evaluate(MapReader map)
    {
        var defaults = new EvaluateSpec();
        var spec = new EvaluateSpec
        {
            Knn = map.Ints("knn", defaults.Knn, new NumberRange(1, 1_000)),
            Linear = map.Words("linear", defaults.Linear, "linear probe", SpecWords.Known<ProbeKind>()),
        };
        map.RefuseOthers();
        return spec;
    }

    /// <summary>Null where the spec asks for no subset.</summary>
    public static SubsetSpec? Subset(MapReader map)
    {
        if (!map.IsMap) return null;
        map.Require("train", $"allowed {Images}", "Add the number of training images.");
        map.Require("test", $"allowed {Images}", "Add the number of test images.");
        var spec = new SubsetSpec
        {
            Train = map.Int("train", int.MaxValue, Images),
            Test = map.Int("test", int.MaxValue, Images),
            Seed = map.Int("seed", 0, new NumberRange(0, int.MaxValue)),
        };
        map.RefuseOthers();
        return spec;
    }
}
