using System.Collections.Immutable;

namespace SimXir.Experiments;

/// <summary>Writes a spec in full, defaults included, as YAML that <see cref="SpecReader"/> reads back to the same spec. Only methods that the sweep
/// is not about, and that have their defaults, are left out.</summary>
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
            spec.SeedsUntil is { } until ? $"seeds: {{ until: {SpecText.Of(until.Until)}, max: {SpecText.Of(until.Max)} }}" : $"seeds: {List(spec.Seeds, SpecText.Of)}",
            $"treatments: {List(spec.Treatments, SpecWords.Of)}",
            $"backbone: {{ arch: {backbone.Arch}, width: {SpecText.Of(backbone.Width)}, stem: {SpecWords.Of(backbone.Stem)}, maxPool: {SpecText.Of(backbone.MaxPool)} }}",
            .. Pretrain(spec.Pretrain),
            .. MethodSections.Write(spec),
            "finetune:",
            $"  epochs: {SpecText.Of(finetune.Epochs)}",
            $"  rounds: {SpecText.Of(finetune.Rounds)}",
            $"  learningRate: {SpecText.Of(finetune.LearningRate)}",
            $"  batch: {SpecText.Of(finetune.Batch)}",
            $"  momentum: {SpecText.Of(finetune.Momentum)}",
            $"  weightDecay: {SpecText.Of(finetune.WeightDecay)}",
            $"  schedule: {SpecWords.Of(finetune.Schedule)}",
            $"  spherical: {SpecText.Of(finetune.Spherical)}",
            $"  target: {SpecWords.Of(finetune.Target)}",
            $"evaluate: {{ knn: {List(spec.Evaluate.Knn, SpecText.Of)}, linear: {List(spec.Evaluate.Linear, SpecWords.Of)} }}",
            "views:",
            $"  cropScale: {List([views.CropScaleMin, views.CropScaleMax], SpecText.Of)}",
            $"  jitter: {List([views.Brightness, views.Contrast, views.Saturation, views.Hue], SpecText.Of)}",
            $"  jitterProbability: {SpecText.Of(views.JitterProbability)}",
            $"  grayscaleProbability: {SpecText.Of(views.GrayscaleProbability)}",
            $"  blurProbability: {SpecText.Of(views.BlurProbability)}",
            $"  blurSigma: {List([views.BlurSigmaMin, views.BlurSigmaMax], SpecText.Of)}",
            $"  flipProbability: {SpecText.Of(views.FlipProbability)}",
        ];
        if (spec.Images is { } images)
            lines.Add($"images: {{ size: {SpecText.Of(images.Size)}, resize: {SpecText.Of(images.Resize)}, normalise: {SpecWords.Of(images.Normalise)} }}");
        if (spec.Subset is { } subset)
            lines.Add($"subset: {{ train: {SpecText.Of(subset.Train)}, test: {SpecText.Of(subset.Test)}, seed: {SpecText.Of(subset.Seed)} }}");
        lines.Add($"precision: {SpecWords.Of(spec.Precision)}");
        lines.AddRange(Service(spec.Service));
        return string.Join('\n', lines) + "\n";
    }

    /// <summary>Only what differs from the default: how a sweep is served is no part of what it is.</summary>
    private static IEnumerable<string> Service(ServiceSpec service)
    {
        var (needs, limits) = (service.Needs, service.Limits);
        if (service.Priority != 0) yield return $"priority: {SpecText.Of(service.Priority)}";
        if (service.Weight != 1) yield return $"weight: {SpecText.Of(service.Weight)}";
        if (service.Preempt) yield return "preempt: true";
        if (needs.Device is { } device) yield return needs.MemoryGiB is { } both ? $"needs: {{ device: {SpecWords.Of(device)}, memoryGiB: {SpecText.Of(both)} }}" : $"needs: {{ device: {SpecWords.Of(device)} }}";
        else if (needs.MemoryGiB is { } memory) yield return $"needs: {{ memoryGiB: {SpecText.Of(memory)} }}";
        if (limits.SlotSeconds is { } slots) yield return limits.WallTime is { } both ? $"limits: {{ slotSeconds: {SpecText.Of(slots)}, wallTime: {SpanText.Of(both)} }}" : $"limits: {{ slotSeconds: {SpecText.Of(slots)} }}";
        else if (limits.WallTime is { } wall) yield return $"limits: {{ wallTime: {SpanText.Of(wall)} }}";
    }

    private static IEnumerable<string> Pretrain(PretrainSpec pretrain) => pretrain.From is { } import
        ? [$"pretrain: {{ from: \"{import}\" }}"]
        :
        [
            "pretrain:",
            $"  epochs: {SpecText.Of(pretrain.Epochs)}",
            $"  batch: {SpecText.Of(pretrain.Batch)}",
            $"  blockEpochs: {SpecText.Of(pretrain.BlockEpochs)}",
            $"  baseLearningRate: {SpecText.Of(pretrain.BaseLearningRate)}",
            $"  momentum: {SpecText.Of(pretrain.Momentum)}",
            $"  weightDecay: {SpecText.Of(pretrain.WeightDecay)}",
            $"  optimizer: {SpecWords.Of(pretrain.Optimizer)}",
            $"  trustCoefficient: {SpecText.Of(pretrain.TrustCoefficient)}",
            $"  warmupEpochs: {SpecText.Of(pretrain.WarmupEpochs)}",
            $"  schedule: {SpecWords.Of(pretrain.Schedule)}",
        ];

    private static string List<T>(ImmutableArray<T> values, Func<T, string> text) => $"[{string.Join(", ", values.Select(text))}]";
}
