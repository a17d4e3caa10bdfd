namespace SimXir.Method.Tests;

public sealed class JitterOrderTests
{
    [Fact]
    public void Of_EachNumber_IsAnotherOrderOfTheFourSteps()
    {
        var orders = Enumerable.Range(0, JitterOrder.Count).Select(JitterOrder.Of).ToArray();
        Assert.All(orders, order => Assert.Equal(
            Enum.GetValues<JitterStep>(), Enumerable.Range(0, JitterOrder.Steps).Select(place => order[place]).Order()));
        Assert.Equal(JitterOrder.Count, orders.Distinct().Count());
    }
}
