using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace SimXir.Experiments;

/// <summary>What a user asked for: a grid of datasets x methods x seeds x treatments, and how each is trained and judged.</summary>
public sealed record SweepSpec
{
    /// <summary>The sweep's name, which is also its id in the store.</summary>
    public required SweepId Name { get; init; }

    public required ImmutableArray<DatasetId> Datasets { get; init; }

    public required ImmutableArray<MethodId> Methods { get; init; }

    /// <summary>Replicates; each 0 or more. Where there is a <see cref="SeedsUntil"/>, those to begin with.</summary>
    /// <value>Default [0]; a number n in a spec stands for 0 to n - 1.</value>
    public ImmutableArray<int> Seeds { get; init; } = [0];

    /// <summary>When to add seeds to them.</summary>
    /// <value>Default null: never.</value>
    public SeedsUntil? SeedsUntil { get; init; }

    /// <summary>How many seeds it may come to.</summary>
    [JsonIgnore]
    public int MostSeeds => SeedsUntil?.Max ?? Seeds.Length;

    /// <value>Default: all three.</value>
    public ImmutableArray<Treatment> Treatments { get; init; } = [Treatment.Baseline, Treatment.SimXir, Treatment.Variant];

    public BackboneSpec Backbone { get; init; } = new();

    public PretrainSpec Pretrain { get; init; } = new();

    public MethodOptions MethodOptions { get; init; } = new();

    public FinetuneSpec Finetune { get; init; } = new();

    public EvaluateSpec Evaluate { get; init; } = new();

    public ViewSpec Views { get; init; } = new();

    /// <summary>How folders of images are read; no other dataset heeds it.</summary>
    /// <value>Default null: as <see cref="ImagesSpec"/> says.</value>
    public ImagesSpec? Images { get; init; }

    /// <summary>Null: the whole dataset.</summary>
    public SubsetSpec? Subset { get; init; }

    public Precision Precision { get; init; } = Precision.Auto;

    /// <summary>How it is served among other sweeps. A plan is known without it, so it is not written into one.</summary>
    [JsonIgnore]
    public ServiceSpec Service { get; init; } = new();
}
