namespace SimXir.Experiments.Tests;

public sealed class SeedsSectionTests
{
    private const string Smallest = "name: mini\ndatasets: [cifar10]\nmethods: [simsiam]\n";

    [Fact]
    public void Read_Number_IsThatManySeedsFromZero()
    {
        var spec = SpecReader.Read(Smallest + "seeds: 5\n", "mini.yaml");

        Assert.Equal([0, 1, 2, 3, 4], spec.Seeds);
        Assert.Null(spec.SeedsUntil);
        Assert.Equal(5, spec.MostSeeds);
    }

    [Theory]
    [InlineData("{ until: 0.3, max: 10 }", 0.3, 10, 3)]
    [InlineData("{ max: 2, until: 100 }", 100, 2, 2)]
    public void Read_Until_BeginsWithThreeSeedsAndIsWrittenBack(string seeds, double until, int max, int first)
    {
        var spec = SpecReader.Read(Smallest + $"seeds: {seeds}\n", "mini.yaml");

        Assert.Equal(Enumerable.Range(0, first), spec.Seeds);
        Assert.Equal(new SeedsUntil(until, max), spec.SeedsUntil);
        Assert.Equal(max, spec.MostSeeds);
        Assert.Equal(SpecWriter.Write(spec), SpecWriter.Write(SpecReader.Read(SpecWriter.Write(spec), "again.yaml")));
        Assert.Equal(spec.SeedsUntil, SpecReader.Read(SpecWriter.Write(spec), "again.yaml").SeedsUntil);
    }

    [Theory]
    [InlineData("0", "line 4: seeds: 0 is out of range; allowed 1 to 100000.")]
    [InlineData("three", "line 4: seeds: 'three' is no whole number; allowed 1 to 100000.")]
    [InlineData("{ until: 0, max: 1 }", "line 4: seeds.until: 0 is out of range; allowed above 0, to 100.", "line 4: seeds.max: 1 is out of range; allowed 2 to 1000.")]
    [InlineData("{ until: 0.3 }", "line 4: seeds.max: missing; allowed 2 to 1000. Add the number of seeds at which to stop all the same.")]
    [InlineData("{ max: 3 }", "line 4: seeds.until: missing; allowed above 0, to 100. Add the points within which the mean gain is to be known.")]
    [InlineData("{ until: 0.3, max: 10, min: 2 }", "line 4: 'min' is no key of seeds; keys: max, until.")]
    public void Read_ImpossibleSeeds_AreRefusedWithTheirCure(string seeds, params string[] faults)
    {
        var refused = Assert.Throws<SpecException>(() => SpecReader.Read(Smallest + $"seeds: {seeds}\n", "mini.yaml"));

        Assert.Equal(faults, refused.Message.Split('\n').Skip(1).Select(line => line.Trim()));
    }

    [Theory]
    [InlineData("[baseline]")]
    [InlineData("[simxir, variant]")]
    public void Read_UntilWithoutAGain_IsRefused(string treatments)
    {
        var refused = Assert.Throws<SpecException>(() => SpecReader.Read(Smallest + $"seeds: {{ until: 1, max: 4 }}\ntreatments: {treatments}\n", "mini.yaml"));

        Assert.Contains(
            $"line 4: seeds.until: the treatments are {treatments}, so there is no gain to know; needed are baseline and simxir or variant. Add them, or give the seeds as a number.",
            refused.Message,
            StringComparison.Ordinal);
    }

    /// <summary>The limits of a sweep hold for what it may become.</summary>
    [Fact]
    public void Read_UntilOfTooManyCells_GivesTheLargestNumber()
    {
        var refused = Assert.Throws<SpecException>(() => SpecReader.Read(Smallest + "seeds: { until: 1, max: 1000 }\npretrain: { epochs: 100000, blockEpochs: 10 }\n", "mini.yaml"));

        Assert.Contains("the sweep has 10005000 rounds", refused.Message, StringComparison.Ordinal);
    }
}
