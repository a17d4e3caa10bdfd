namespace SimXir.Method.Tests;

public sealed class DataOrderTests
{
    [Fact]
    public void Of_AnyEpoch_IsAPermutationOfItsOwn()
    {
        var order = DataOrder.Of(seed: 1, round: 0, epoch: 5, images: 100);
        Assert.Equal(Enumerable.Range(0, 100), order.Order());
        Assert.Equal(order, DataOrder.Of(1, 0, 5, 100));
        Assert.NotEqual(order, DataOrder.Of(1, 0, 6, 100));
        Assert.NotEqual(order, DataOrder.Of(1, 1, 5, 100));
        Assert.NotEqual(order, DataOrder.Of(2, 0, 5, 100));
    }
}
