namespace SimXir.Dynamics.Tests;

public sealed class MinimumNormTests
{
    [Fact]
    public void AtLeast_SegmentPastTheOrigin_IsItsDistance() => Assert.Equal(2, MinimumNorm.AtLeast([[2, -5], [2, 3]]), 1e-9);

    [Fact]
    public void AtLeast_OriginWithin_IsNothing() => Assert.Equal(0, MinimumNorm.AtLeast([[1, 0], [-1, 1], [-1, -1]]), 1e-9);

    [Fact]
    public void BetweenHulls_SquareAndPoint_IsTheDistanceToItsSide() =>
        Assert.Equal(3, MinimumNorm.BetweenHulls(PointSet.Of([[0, 0], [1, 0], [0, 1], [1, 1]]), PointSet.Of([[4, 0.5]])), 1e-6);

    /// <summary>Whatever it says is a lower bound of the distance of any two mixtures.</summary>
    [Fact]
    public void BetweenHulls_RandomGroups_IsNeverTooMuch()
    {
        var random = new Random(21);
        for (var trial = 0; trial < 50; trial++)
        {
            PointSet one = Draw(0), other = Draw(0.8);
            var bound = MinimumNorm.BetweenHulls(one, other);
            for (var i = 0; i < 50; i++) Assert.True(Vectors.Distance(Mixture(one), Mixture(other)) >= bound - 1e-12, $"seed 21, trial {trial}");
        }

        PointSet Draw(double shift) => PointSet.Of([.. Enumerable.Range(0, 5).Select(_ => new[] { random.NextDouble() + shift, random.NextDouble(), random.NextDouble() })]);

        double[] Mixture(PointSet points)
        {
            var weights = Enumerable.Range(0, points.Count).Select(_ => random.NextDouble()).ToArray();
            return [.. Enumerable.Range(0, 3).Select(axis => weights.Index().Sum(pair => pair.Item * points[pair.Index][axis]) / weights.Sum())];
        }
    }
}
