using SimXir.Experiments;

namespace SimXir.Store.Tests;

/// <summary>One experiment with two cells that share its pretraining.</summary>
internal static class SamplePlan
{
    public static PlannedRound Pretrain { get; } = Round("pretrain 1/1", seed: 1);

    public static PlannedRound Finetune { get; } = Round("simxir 1/1", seed: 2, Pretrain);

    public static PlannedRound JudgeBaseline { get; } = Round("evaluate baseline", seed: 3, Pretrain);

    public static PlannedRound JudgeSimXir { get; } = Round("evaluate simxir", seed: 4, Finetune);

    public static SweepPlan Plan { get; } = new(
        new SweepId("mini"),
        new SweepSpec { Name = new SweepId("mini"), Datasets = [DatasetId.Parse("cifar10")], Methods = [MethodId.Parse("simsiam")] },
        [
            new ExperimentPlan(
                ExperimentId.Parse("mini/cifar10/simsiam/0"),
                [Pretrain, Finetune, JudgeBaseline, JudgeSimXir],
                [
                    new PlannedCell(Treatment.Baseline, Pretrain.Key, JudgeBaseline.Key),
                    new PlannedCell(Treatment.SimXir, Finetune.Key, JudgeSimXir.Key),
                ]),
        ]);

    private static PlannedRound Round(string title, int seed, params PlannedRound[] parents)
    {
        var recipe = Samples.Recipe(seed, [.. parents.Select(parent => parent.Key)]);
        return new PlannedRound(RecipeJson.KeyOf(recipe), title, recipe);
    }
}
