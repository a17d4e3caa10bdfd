namespace SimXir.Method.Tests;

public sealed class ToleranceTests
{
    [Theory]
    [InlineData(0.001, 1e-5)]
    [InlineData(1, 1e-5)]
    [InlineData(250, 2.5e-3)]
    public void Of_AnyLargestEntry_GrowsFromOneOn(double largest, double allowed) => Assert.Equal(allowed, Tolerance.Of(1e-5).For(largest), 1e-15);

    [Theory]
    [InlineData(0, 0)]
    [InlineData(0.01, 1e-6)]
    [InlineData(20, 2e-3)]
    public void RelativeOf_AnyLargestEntry_IsItsShare(double largest, double allowed) => Assert.Equal(allowed, Tolerance.RelativeOf(1e-4).For(largest), 1e-15);

    [Fact]
    public void None_AnyLargestEntry_IsZero() => Assert.Equal(0, Tolerance.None.For(1e9));
}
