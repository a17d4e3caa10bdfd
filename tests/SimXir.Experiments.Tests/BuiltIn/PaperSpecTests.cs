namespace SimXir.Experiments.Tests;

/// <summary>The two specs that are the paper's experiments.</summary>
public sealed class PaperSpecTests
{
    [Fact]
    public void Paper_Planned_IsTheWholeGridWithTheDefaultsOfItsRecords()
    {
        var spec = BuiltInSpecs.TryFind("paper")!;
        var plan = Samples.Plan(spec);

        Assert.Equal(36, plan.Experiments.Length);
        Assert.Equal(108, plan.Experiments.Sum(experiment => experiment.Cells.Length));
        Assert.Equal(36 * (16 + 2 + 3), Samples.Rounds(plan).Length);
        Assert.Equal(Samples.Rounds(plan).Length, Planner.CountRounds(spec));
        var defaults = SpecReader.Read("name: paper\ndatasets: [svhn, cifar10, cifar100]\nmethods: [moco, simclr, byol, simsiam]\nseeds: [0, 1, 2]\n", "defaults");
        Assert.Equal(SpecWriter.Write(defaults), SpecWriter.Write(spec));
    }

    [Fact]
    public void ImageNet_Planned_JudgesAndFineTunesTheImport()
    {
        var spec = BuiltInSpecs.TryFind("imagenet")!;
        var plan = Planner.Expand(spec, Precision.Bf16, new Dictionary<DatasetId, string> { [spec.Datasets[0]] = "f" }, Samples.Import);

        var experiment = Assert.Single(plan.Experiments);
        Assert.Equal(["import imagenet-simsiam", "evaluate baseline", "simxir 1/1", "evaluate simxir"], experiment.Rounds.Select(round => round.Title));
        Assert.Equal([Treatment.Baseline, Treatment.SimXir], experiment.Cells.Select(cell => cell.Treatment));
        Assert.Equal((224, 256), (spec.Images!.Size, spec.Images.Resize));
    }
}
