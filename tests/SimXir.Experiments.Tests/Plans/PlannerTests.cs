using CsCheck;

namespace SimXir.Experiments.Tests;

public sealed class PlannerTests
{
    private static readonly Gen<SweepSpec> AnySpec =
        from epochs in Gen.Int[1, 60]
        from block in Gen.Int[1, 70]
        from rounds in Gen.Int[1, 4]
        from seeds in Gen.Int[1, 3]
        from treatments in Gen.Int[1, 7]
        select SpecReader.Read(Samples.Yaml, "sample.yaml") with
        {
            Seeds = [.. Enumerable.Range(0, seeds)],
            Treatments = [.. Enum.GetValues<Treatment>().Where(treatment => (treatments >> (int)treatment & 1) == 1)],
            Pretrain = new PretrainSpec { Epochs = epochs, BlockEpochs = block },
            Finetune = new FinetuneSpec { Rounds = rounds },
        };

    [Fact]
    public void Expand_OneExperiment_NamesItsRoundsInOrder()
    {
        var experiment = Samples.Plan(Samples.Yaml).Experiments[0];
        Assert.Equal("golden/cifar10/simsiam/0", experiment.Id.ToString());
        Assert.Equal(
            [
                "pretrain 1/3", "pretrain 2/3", "pretrain 3/3", "evaluate baseline",
                "simxir 1/2", "simxir 2/2", "evaluate simxir",
                "variant 1/2", "variant 2/2", "evaluate variant",
            ],
            experiment.Rounds.Select(round => round.Title));
    }

    [Fact]
    public void Expand_OneExperiment_ChainsItsRounds()
    {
        var experiment = Samples.Plan(Samples.Yaml).Experiments[0];
        var title = experiment.Rounds.ToDictionary(round => round.Key, round => round.Title);
        Assert.Equal(
            [
                "", "pretrain 1/3", "pretrain 2/3", "pretrain 3/3",
                "pretrain 3/3", "simxir 1/2", "simxir 2/2",
                "pretrain 3/3", "variant 1/2", "variant 2/2",
            ],
            experiment.Rounds.Select(round => string.Join(',', round.Recipe.Parents.Select(parent => title[parent]))));
        Assert.Equal(["pretrain 3/3", "simxir 2/2", "variant 2/2"], experiment.Cells.Select(cell => title[cell.Encoder]));
        Assert.Equal(["evaluate baseline", "evaluate simxir", "evaluate variant"], experiment.Cells.Select(cell => title[cell.Evaluation]));
    }

    [Fact]
    public void Expand_Blocks_CoverEveryEpochOnce()
    {
        var blocks = Samples.Plan(Samples.Yaml).Experiments[0].Rounds.Select(round => round.Recipe).OfType<PretrainRecipe>();
        Assert.Equal([(0, 10), (10, 20), (20, 25)], blocks.Select(block => (block.FromEpoch, block.ToEpoch)));
    }

    [Fact]
    public void Expand_AnySpec_IsAForestInOrderWithDistinctKeysAndTheCountedSize() => AnySpec.Sample(
        spec =>
        {
            var plan = Samples.Plan(spec);
            var rounds = Samples.Rounds(plan);
            Assert.Equal(Planner.CountRounds(spec), rounds.Length);
            Assert.Equal(rounds.Length, rounds.Select(round => round.Key).Distinct().Count());
            foreach (var experiment in plan.Experiments)
            {
                var before = new HashSet<RoundKey>();
                foreach (var round in experiment.Rounds)
                {
                    Assert.All(round.Recipe.Parents, parent => Assert.Contains(parent, before));
                    Assert.Equal(round.Key, RecipeJson.KeyOf(round.Recipe));
                    Assert.NotEqual(Precision.Auto, Assert.IsType<WorkRecipe>(round.Recipe, exactMatch: false).Precision);
                    before.Add(round.Key);
                }

                Assert.All(experiment.Cells, cell => Assert.True(before.Contains(cell.Encoder) && before.Contains(cell.Evaluation)));
                Assert.Equal(spec.Treatments, experiment.Cells.Select(cell => cell.Treatment));
            }
        },
        iter: 100);

    [Fact]
    public void Expand_AnotherSweepWithTheSamePretraining_SharesItsKeys()
    {
        var one = Samples.Rounds(Samples.Plan(Samples.Yaml));
        var other = Samples.Rounds(Samples.Plan(Samples.Yaml
            .Replace("golden", "other", StringComparison.Ordinal)
            .Replace("[0, 1]", "[1, 2]", StringComparison.Ordinal)
            .Replace("5.0e-4", "0.001", StringComparison.Ordinal)));
        var shared = one.Select(round => round.Key).Intersect(other.Select(round => round.Key)).ToHashSet();
        Assert.Equal(
            ["pretrain 1/3", "pretrain 2/3", "pretrain 3/3", "evaluate baseline", "pretrain 1/3", "pretrain 2/3", "pretrain 3/3", "evaluate baseline"],
            one.Where(round => shared.Contains(round.Key)).Select(round => round.Title));
    }

    [Fact]
    public void Expand_MoreFinetuningRounds_KeepsTheFirstOnes()
    {
        var two = Samples.Plan(Samples.Yaml).Experiments[0].Rounds;
        var three = Samples.Plan(Samples.Yaml.Replace("rounds: 2", "rounds: 3", StringComparison.Ordinal)).Experiments[0].Rounds;
        Assert.Equal(
            two.Where(round => round.Recipe is FinetuneRecipe).Select(round => round.Key),
            three.Where(round => round.Recipe is FinetuneRecipe { Round: < 3 }).Select(round => round.Key));
    }

    [Fact]
    public void Expand_NeighboursInAnotherOrder_GivesTheSameKeys() => Assert.Equal(
        Samples.Rounds(Samples.Plan(Samples.Yaml)).Select(round => round.Key),
        Samples.Rounds(Samples.Plan(Samples.Yaml.Replace("[5, 7]", "[7, 5]", StringComparison.Ordinal))).Select(round => round.Key));

    [Fact]
    public void Expand_BlockLongerThanTheSchedule_IsOneBlockWhateverItsLength()
    {
        var exact = Samples.Plan(Samples.Yaml.Replace("blockEpochs: 10", "blockEpochs: 25", StringComparison.Ordinal)).Experiments[0].Rounds[0];
        var longer = Samples.Plan(Samples.Yaml.Replace("blockEpochs: 10", "blockEpochs: 100000", StringComparison.Ordinal)).Experiments[0].Rounds[0];
        Assert.Equal("pretrain 1/1", longer.Title);
        Assert.Equal(exact.Key, longer.Key);
    }

    [Fact]
    public void Expand_FromAnImport_PutsItInThePlaceOfAllPretraining()
    {
        var plan = Samples.Plan(Samples.FromImport);
        var rounds = plan.Experiments[0].Rounds;
        Assert.Equal(
            ["import mine", "evaluate baseline", "simxir 1/2", "simxir 2/2", "evaluate simxir", "variant 1/2", "variant 2/2", "evaluate variant"],
            rounds.Select(round => round.Title));
        Assert.Equal(RecipeJson.KeyOf(Samples.Import), rounds[0].Key);
        Assert.All((int[])[1, 2, 5], child => Assert.Equal([rounds[0].Key], rounds[child].Recipe.Parents));
        Assert.Equal(rounds[0].Key, plan.Experiments[0].Cells[0].Encoder);
        Assert.Equal(Planner.CountRounds(plan.Spec), Samples.Rounds(plan).Length);
        Assert.Single(Samples.Rounds(plan).Where(round => round.Recipe is ImportRecipe).Select(round => round.Key).Distinct());
    }

    [Fact]
    public void Expand_ImportThatTheSpecDoesNotName_OrTheOtherWayRound_IsRefused()
    {
        var (named, plain) = (SpecReader.Read(Samples.FromImport, "s"), SpecReader.Read(Samples.Yaml, "s"));
        Assert.StartsWith(
            "import 'mine' has no recipe", Assert.Throws<ArgumentException>("import", () => Planner.Expand(named, Precision.Fp32, Samples.Fingerprints)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>("import", () => Planner.Expand(plain, Precision.Fp32, Samples.Fingerprints, Samples.Import));
    }

    [Fact]
    public void Expand_UnresolvedPrecisionOrUnknownFiles_IsRefused()
    {
        var spec = SpecReader.Read(Samples.Yaml, "sample.yaml");
        Assert.Throws<ArgumentException>("resolved", () => Planner.Expand(spec, Precision.Auto, Samples.Fingerprints));
        var fault = Assert.Throws<ArgumentException>(() =>
            Planner.Expand(spec, Precision.Fp32, Samples.Fingerprints.Remove(DatasetId.Parse("svhn"))));
        Assert.StartsWith("dataset 'svhn' has no fingerprint", fault.Message, StringComparison.Ordinal);
    }

    /// <summary>A seed that is added later is the one that would have been planned at once.</summary>
    [Fact]
    public void Replicate_OfAnyExperiment_IsWhatExpandPlansForThatSeed() => AnySpec.Sample(
        spec =>
        {
            var (few, all) = (Samples.Plan(spec with { Seeds = [0] }), Samples.Plan(spec with { Seeds = [0, 7] }));
            foreach (var experiment in few.Experiments)
            {
                var expected = all.Experiments.Single(other => other.Id == experiment.Id with { Seed = 7 });
                Assert.Equal(Text(expected), Text(Planner.Replicate(experiment, 7)));
            }

            static string Text(ExperimentPlan plan) => System.Text.Json.JsonSerializer.Serialize(plan, CorridorJson.Options);
        },
        iter: 100);

    [Fact]
    public void Replicate_OfAnImport_SharesIt()
    {
        var plan = Samples.Plan(Samples.FromImport);

        Assert.Equal(plan.Experiments[0].Rounds[0].Key, Planner.Replicate(plan.Experiments[0], 9).Rounds[0].Key);
        Assert.NotEqual(plan.Experiments[0].Rounds[1].Key, Planner.Replicate(plan.Experiments[0], 9).Rounds[1].Key);
    }
}
