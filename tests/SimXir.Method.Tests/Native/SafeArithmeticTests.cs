using static TorchSharp.torch;

namespace SimXir.Method.Tests;

public sealed class SafeArithmeticTests
{
    [Fact]
    public void EachOperation_Always_IsWhatItSays()
    {
        using var scope = NewDisposeScope();
        var (a, b) = (tensor(new float[] { 1, 2 }), tensor(new float[] { 10, 20 }));
        Assert.Equal([11, 22], Floats(a.Plus(b)));
        Assert.Equal([6, 12], Floats(a.Plus(b, 0.5)));
        Assert.Equal([1.5f, 2.5f], Floats(a.Plus(0.5)));
        Assert.Equal([-2, -4], Floats(a.Times(-2)));
        Assert.Equal([1, 2], Floats(a));
        Assert.Same(a, a.Accumulate(b, 0.1));
        Assert.Equal([2, 4], Floats(a));
        a.Blend(0.5, b, 2);
        Assert.Equal([21, 42], Floats(a));
        a.Increment();
        Assert.Equal([22, 43], Floats(a));
    }

    [Fact]
    public void Increment_OfWholeNumbers_StaysWhole()
    {
        using var count = zeros([], ScalarType.Int64);
        count.Increment();
        Assert.Equal(1, count.item<long>());
    }

    private static float[] Floats(Tensor tensor) => tensor.data<float>().ToArray();
}
