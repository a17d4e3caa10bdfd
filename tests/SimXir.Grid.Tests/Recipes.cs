using System.Collections.Immutable;
using SimXir.Experiments;

namespace SimXir.Grid.Tests;

/// <summary>Small plans for tests of the grid's decisions.</summary>
internal static class Recipes
{
    private static readonly string Fingerprint = new('a', 64);

    public static SweepPlan Plan(string sweep = "test", int epochs = 2, int blockEpochs = 1) => Planner.Expand(
        new SweepSpec
        {
            Name = new SweepId(sweep),
            Datasets = [DatasetId.Parse("cifar10")],
            Methods = [MethodId.Parse("simsiam")],
            Pretrain = new PretrainSpec { Epochs = epochs, BlockEpochs = blockEpochs },
        },
        Precision.Fp32,
        ImmutableDictionary<DatasetId, string>.Empty.Add(DatasetId.Parse("cifar10"), Fingerprint));

    public static ExperimentPlan Experiment(string sweep = "test") => Plan(sweep).Experiments[0];

    public static PlannedRound Round(string title) => Experiment().Rounds.Single(round => round.Title == title);
}
