using SimXir.Experiments;

namespace SimXir.Host.Tests;

public sealed class LocalOptionsTests
{
    [Theory]
    [InlineData(4, 2, 24, null, 2)]
    [InlineData(4, 16, 64, null, 4)]
    [InlineData(1, 16, 64, null, 1)]
    [InlineData(24, 16, 32, null, 8)]
    [InlineData(24, 16, 64, 20.0, 3)]
    [InlineData(24, 16, 2, null, 1)]
    public void SlotsFor_ASpec_IsOneForEachExperimentAsFarAsCoresAndMemoryGo(int experiments, int cores, double memoryGiB, double? needs, int slots)
    {
        var spec = new SweepSpec
        {
            Name = new SweepId("mine"),
            Datasets = [DatasetId.Parse("cifar10")],
            Methods = [MethodId.Parse("simsiam")],
            Seeds = [.. Enumerable.Range(0, experiments)],
            Service = new ServiceSpec { Needs = new NeedsSpec { MemoryGiB = needs } },
        };

        Assert.Equal(slots, LocalOptions.SlotsFor(spec, cores, memoryGiB));
    }
}
