namespace SimXir.Dynamics.Tests;

public sealed class GroupGeometryTests
{
    private static readonly PointSet Cross = PointSet.Of([[1, 0], [-1, 0], [0, 2], [0, -1], [0, 0]]);

    [Fact]
    public void Diameter_Cross_IsItsLongestPair() => Assert.Equal(3, GroupGeometry.Diameter(Cross));

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(4)]
    public void Diameter_RandomPoints_IsTheMostOfAllPairs(int dimensions)
    {
        var points = NeighbourhoodsTests.Random(80, dimensions, seed: 11);

        Assert.Equal(Pairs(points, points).Max(), GroupGeometry.Diameter(points), 1e-15);
    }

    [Fact]
    public void Diameter_OnePointOrEqualPoints_IsNothing()
    {
        Assert.Equal(0, GroupGeometry.Diameter(PointSet.Of([[4, 5]])));
        Assert.Equal(0, GroupGeometry.Diameter(PointSet.Of([[4, 5], [4, 5], [4, 5]])));
        Assert.Equal(Math.Sqrt(8), GroupGeometry.Diameter(PointSet.Of([[0, 0], [1, 1], [2, 2]])));
    }

    [Fact]
    public void Distance_TwoGroups_IsThatOfTheNearestPair() => Assert.Equal(5, GroupGeometry.Distance(Cross, PointSet.Of([[3, 6], [9, 9], [-3, 20]])));

    [Fact]
    public void MeanSquaredDistance_RandomGroups_IsTheMeanOverAllPairs()
    {
        PointSet one = NeighbourhoodsTests.Random(30, 3, seed: 12), other = NeighbourhoodsTests.Random(20, 3, seed: 13);

        Assert.Equal(Pairs(one, one).Average(distance => distance * distance), GroupGeometry.MeanSquaredDistance(one), 1e-13);
        Assert.Equal(Pairs(one, other).Average(distance => distance * distance), GroupGeometry.MeanSquaredDistance(one, other), 1e-13);
    }

    private static double[] Pairs(PointSet one, PointSet other) =>
        [.. Enumerable.Range(0, one.Count).SelectMany(i => Enumerable.Range(0, other.Count).Select(j => Vectors.Distance(one[i], other[j])))];
}
