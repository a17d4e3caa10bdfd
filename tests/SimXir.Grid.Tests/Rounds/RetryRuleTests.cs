using SimXir.Experiments;

namespace SimXir.Grid.Tests;

public sealed class RetryRuleTests
{
    [Fact]
    public void PauseAfter_GrowingFailures_DoublesUpToTheLongest()
    {
        var rule = new RetryRule(10, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(5));

        Assert.Equal([1, 2, 4, 5, 5], Enumerable.Range(1, 5).Select(failures => rule.PauseAfter(failures)!.Value.TotalSeconds));
        Assert.Equal(TimeSpan.FromSeconds(5), rule.PauseAfter(10));
        Assert.Null(rule.PauseAfter(11));
    }

    [Fact]
    public void For_EveryStopReason_HasARule()
    {
        foreach (var reason in Enum.GetValues<StopReason>()) Assert.NotNull(RetryPolicy.For(reason));
    }
}
