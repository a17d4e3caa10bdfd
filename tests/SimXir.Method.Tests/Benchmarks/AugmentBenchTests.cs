namespace SimXir.Method.Tests;

public sealed class AugmentBenchTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Run_ClockOfOneSecondARepeat_GivesTheImages(int threads)
    {
        var result = AugmentBench.Run(threads, repeats: 3, new TickingClock());
        Assert.Equal(("augment", 512, "views/s"), (result.Name, result.Value, result.Unit));
        Assert.Equal((threads, 512, 3), ((int)result.Config["threads"]!, (int)result.Config["images"]!, (int)result.Config["repeats"]!));
    }
}
