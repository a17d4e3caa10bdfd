using System.Collections.Immutable;
using System.Globalization;

namespace SimXir.Experiments;

/// <summary>Writes a spec in full, defaults included, as YAML that <see cref="SpecReader"/> reads back to the same spec.</summary>
public static class SpecWriter
{
    public static string Write(SweepSpec spec)
    {
        ArgumentNullException.ThrowIfNull(spec);
        var (backbone, finetune, views) = (spec.Backbone, spec.Finetune, spec.Views);
        List<string> lines =
        [
            $"name: \"{spec.Name}\"",
            $"datasets: {List(spec.Datasets, dataset => dataset.Name)}",
            $"methods: {List(spec.Methods, method => method.Name)}",
            spec.SeedsUntil is { } until ? $"seeds: {{ until: {Text(until.Until)}, max: {Text(until.Max)} }}" : $"seeds: {List(spec.Seeds, Text)}",
            $"treatments: {List(spec.Treatments, SpecWords.Of)}",
            $"backbone: {{ arch: {backbone.Arch}, width: {Text(backbone.Width)}, stem: {SpecWords.Of(backbone.Stem)}, maxPool: {Text(backbone.MaxPool)} }}",
            .. Pretrain(spec.Pretrain),
            .. Methods(spec.MethodOptions),
            "finetune:",
            $"  epochs: {Text(finetune.Epochs)}",
            $"  rounds: {Text(finetune.Rounds)}",
            $"  learningRate: {Text(finetune.LearningRate)}",
            $"  batch: {Text(finetune.Batch)}",
            $"  momentum: {Text(finetune.Momentum)}",
            $"  weightDecay: {Text(finetune.WeightDecay)}",
            $"  schedule: {SpecWords.Of(finetune.Schedule)}",
            $"  spherical: {Text(finetune.Spherical)}",
            $"  target: {SpecWords.Of(finetune.Target)}",
            $"evaluate: {{ knn: {List(spec.Evaluate.Knn, Text)}, linear: {List(spec.Evaluate.Linear, SpecWords.Of)} }}",
            "views:",
            $"  cropScale: {List([views.CropScaleMin, views.CropScaleMax], Text)}",
            $"  jitter: {List([views.Brightness, views.Contrast, views.Saturation, views.Hue], Text)}",
            $"  jitterProbability: {Text(views.JitterProbability)}",
            $"  grayscaleProbability: {Text(views.GrayscaleProbability)}",
            $"  blurProbability: {Text(views.BlurProbability)}",
            $"  blurSigma: {List([views.BlurSigmaMin, views.BlurSigmaMax], Text)}",
            $"  flipProbability: {Text(views.FlipProbability)}",
        ];
        if (spec.Images is { } images)
            lines.Add($"images: {{ size: {Text(images.Size)}, resize: {Text(images.Resize)}, normalise: {SpecWords.Of(images.Normalise)} }}");
        if (spec.Subset is { } subset)
            lines.Add($"subset: {{ train: {Text(subset.Train)}, test: {Text(subset.Test)}, seed: {Text(subset.Seed)} }}");
        lines.Add($"precision: {SpecWords.Of(spec.Precision)}");
        lines.AddRange(Service(spec.Service));
        return string.Join('\n', lines) + "\n";
    }

    /// <summary>Only what differs from the default: how a sweep is served is no part of what it is.</summary>
    private static IEnumerable<string> Service(ServiceSpec service)
    {
        var (needs, limits) = (service.Needs, service.Limits);
        if (service.Priority != 0) yield return $"priority: {Text(service.Priority)}";
        if (service.Weight != 1) yield return $"weight: {Text(service.Weight)}";
        if (service.Preempt) yield return "preempt: true";
        if (needs.Device is { } device) yield return needs.MemoryGiB is { } both ? $"needs: {{ device: {SpecWords.Of(device)}, memoryGiB: {Text(both)} }}" : $"needs: {{ device: {SpecWords.Of(device)} }}";
        else if (needs.MemoryGiB is { } memory) yield return $"needs: {{ memoryGiB: {Text(memory)} }}";
        if (limits.SlotSeconds is { } slots) yield return limits.WallTime is { } both ? $"limits: {{ slotSeconds: {Text(slots)}, wallTime: {SpanText.Of(both)} }}" : $"limits: {{ slotSeconds: {Text(slots)} }}";
        else if (limits.WallTime is { } wall) yield return $"limits: {{ wallTime: {SpanText.Of(wall)} }}";
    }

    private static IEnumerable<string> Pretrain(PretrainSpec pretrain) => pretrain.From is { } import
        ? [$"pretrain: {{ from: \"{import}\" }}"]
        :
        [
            "pretrain:",
            $"  epochs: {Text(pretrain.Epochs)}",
            $"  batch: {Text(pretrain.Batch)}",
            $"  blockEpochs: {Text(pretrain.BlockEpochs)}",
            $"  baseLearningRate: {Text(pretrain.BaseLearningRate)}",
            $"  momentum: {Text(pretrain.Momentum)}",
            $"  weightDecay: {Text(pretrain.WeightDecay)}",
            $"  optimizer: {SpecWords.Of(pretrain.Optimizer)}",
            $"  trustCoefficient: {Text(pretrain.TrustCoefficient)}",
            $"  warmupEpochs: {Text(pretrain.WarmupEpochs)}",
            $"  schedule: {SpecWords.Of(pretrain.Schedule)}",
        ];

    private static IEnumerable<string> Methods(MethodOptions options)
    {
        var (moco, simClr, byol, simSiam) = (options.Moco, options.SimClr, options.Byol, options.SimSiam);
        return
        [
            $"moco: {{ {Rate(moco)}momentum: {Text(moco.Momentum)}, queue: {Text(moco.Queue)}, temperature: {Text(moco.Temperature)}, " +
            $"symmetric: {Text(moco.Symmetric)}, batchNormSplits: {Text(moco.BatchNormSplits)}, hidden: {Text(moco.Hidden)}, output: {Text(moco.Output)} }}",
            $"simclr: {{ {Rate(simClr)}temperature: {Text(simClr.Temperature)}, hidden: {Text(simClr.Hidden)}, output: {Text(simClr.Output)} }}",
            $"byol: {{ {Rate(byol)}tau: {Text(byol.Tau)}, tauSchedule: {SpecWords.Of(byol.TauSchedule)}, " +
            $"projectorBatchNorm: {Text(byol.ProjectorBatchNorm)}, hidden: {Text(byol.Hidden)}, output: {Text(byol.Output)}, " +
            $"predictorHidden: {Text(byol.PredictorHidden)} }}",
            $"simsiam: {{ {Rate(simSiam)}fixedPredictorLearningRate: {Text(simSiam.FixedPredictorLearningRate)}, hidden: {Text(simSiam.Hidden)}, " +
            $"output: {Text(simSiam.Output)}, predictorHidden: {Text(simSiam.PredictorHidden)} }}",
        ];
    }

    private static string Rate(MethodSpec method) => method.BaseLearningRate is { } rate ? $"baseLearningRate: {Text(rate)}, " : "";

    private static string List<T>(ImmutableArray<T> values, Func<T, string> text) => $"[{string.Join(", ", values.Select(text))}]";

    private static string Text(int value) => value.ToString(CultureInfo.InvariantCulture);

    private static string Text(bool value) => value ? "true" : "false";

    /// <summary>The shortest text that reads back exactly. YAML 1.1 takes 1E-06 for a word and 1.0E-06 for a number.</summary>
    private static string Text(double value)
    {
        var text = value.ToString("R", CultureInfo.InvariantCulture);
        return text.Contains('E', StringComparison.Ordinal) && !text.Contains('.', StringComparison.Ordinal)
            ? text.Replace("E", ".0E", StringComparison.Ordinal)
            : text;
    }
}
