using System.Collections.Immutable;
using SimXir.Experiments;
using SimXir.Method;

namespace SimXir.Grid.Tests;

/// <summary>Real sweeps that take seconds: the shipped images, a narrow backbone, a few epochs.</summary>
internal static class TestSweeps
{
    public static readonly Datasets Datasets = new(dataFolder: null);

    private static readonly DatasetId Images = DatasetId.Parse("fashion-mnist-sample");

    public static SweepPlan Plan(string name, int finetuneEpochs = 1, int pretrainEpochs = 4, int blockEpochs = 2, params int[] seeds) => Planner.Expand(
        new SweepSpec
        {
            Name = new SweepId(name),
            Datasets = [Images],
            Methods = [MethodId.Parse("simsiam")],
            Seeds = seeds.Length == 0 ? [0] : [.. seeds],
            Treatments = [Treatment.Baseline, Treatment.SimXir],
            Backbone = new BackboneSpec { Width = 16, MaxPool = true },
            Pretrain = new PretrainSpec { Epochs = pretrainEpochs, BlockEpochs = blockEpochs, Batch = 32 },
            Finetune = new FinetuneSpec { Epochs = finetuneEpochs, Batch = 32 },
            Evaluate = new EvaluateSpec { Knn = [5], Linear = [ProbeKind.Converged] },
            Subset = new SubsetSpec { Train = 256, Test = 64 },
        },
        Precision.Fp32,
        ImmutableDictionary<DatasetId, string>.Empty.Add(Images, Datasets.Fingerprint(Images)));
}
