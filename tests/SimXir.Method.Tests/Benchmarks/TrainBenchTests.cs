using SimXir.Experiments;

namespace SimXir.Method.Tests;

/// <summary>Managed memory is counted over the whole process, so nothing else may run.</summary>
[Collection(nameof(LeakTests))]
public sealed class TrainBenchTests
{
    private const long MostManagedBytes = 64 << 10;

    public static TheoryData<string> Methods => [.. Catalog.Methods.Keys];

    [Theory]
    [MemberData(nameof(Methods))]
    public void Run_EachMethod_TakesLittleManagedMemoryAStep(string method)
    {
        var result = TrainBench.Run(new TrainBenchOptions
        {
            Method = Catalog.Methods[method].Defaults,
            Backbone = new BackboneSpec { Width = 16 },
            Batch = 8,
            Precision = Precision.Bf16,
            Steps = 20,
            WarmUp = 3,
        });
        Assert.InRange((double)result.Config["managedBytesPerStep"]!, 0, MostManagedBytes);
        Assert.Equal(("train", "views/s", method), (result.Name, result.Unit, (string)result.Config["method"]!));
    }

    [Fact]
    public void Run_ClockOfTwoSecondsAStep_GivesTwoViewsOfEachImagePerStep()
    {
        var result = TrainBench.Run(new TrainBenchOptions { Backbone = new BackboneSpec { Width = 16 }, Batch = 8, Steps = 3, WarmUp = 1 }, new TickingClock());
        var step = (double)result.Config["stepSeconds"]!;
        Assert.Equal(16 / step, result.Value, 1e-6);
        Assert.Equal(step, (double)result.Config["slowestStepSeconds"]!);
        Assert.Equal(("fp32", 8, 16, 3), ((string)result.Config["precision"]!, (int)result.Config["batch"]!, (int)result.Config["width"]!, (int)result.Config["steps"]!));
    }
}
