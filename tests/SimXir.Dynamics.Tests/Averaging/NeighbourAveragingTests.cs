namespace SimXir.Dynamics.Tests;

public sealed class NeighbourAveragingTests
{
    private static readonly Neighbourhoods Neighbours = Neighbourhoods.Within(PointSet.Of([[0], [1], [2], [10]]), 1);

    [Fact]
    public void Step_ThreeInALineAndOneAlone_AveragesTheNeighbours() =>
        Assert.Equal([[1, 0], [3, 1], [4.5, 1.5], [7, 7]], After(1, Neighbours, [[0, 0], [2, 0], [7, 3], [7, 7]]).ToRows());

    [Fact]
    public void Step_TheRepresentationsGiven_AreNotChanged()
    {
        var f = PointSet.Of([[0], [2], [7], [7]]);

        new NeighbourAveraging(Neighbours, f, Geometry.Unconstrained).Step();

        Assert.Equal([0, 2, 7, 7], f.Values.ToArray());
    }

    [Fact]
    public void Step_RightAngleOnTheSphere_IsTheDirectionBetween()
    {
        var f = After(1, Neighbourhoods.Within(PointSet.Of([[0], [1]]), 1), [[5, 0], [0, 3]], Geometry.Spherical);

        Assert.All(f.Values.ToArray(), value => Assert.Equal(Math.Sqrt(0.5), value, 1e-15));
    }

    [Fact]
    public void Step_OppositeNeighboursOnTheSphere_NamesTheFirstWithoutDirection() => Assert.Equal(
        "The neighbours of point 1 average to 0 at t = 1, which has no direction on the sphere (the paper excludes it): move a point or change the radius.",
        Assert.Throws<DynamicsException>(() => After(1, Neighbourhoods.Within(PointSet.Of([[10], [0], [1]]), 1), [[1, 0], [1, 0], [-1, 0]], Geometry.Spherical)).Message);

    [Fact]
    public void NeighbourAveraging_ZeroVectorOnTheSphere_NamesThePoint() => Assert.Equal(
        "Point 2 is the zero vector, which has no place on the sphere (the paper excludes it): remove or move it.",
        Assert.Throws<DynamicsException>(() => After(0, Neighbours, [[1, 0], [1, 0], [0, 0], [0, 0]], Geometry.Spherical)).Message);

    [Fact]
    public void Trajectory_ConnectedInputs_ContractsToOnePoint()
    {
        var f = NeighbourAveraging.Trajectory(Neighbours, PointSet.Of([[0, 9], [2, 0], [7, 3], [5, 5]]), Geometry.Unconstrained).Take(200).ToArray();

        Assert.Equal([0, 9], f[0][0].ToArray());
        Assert.Equal([1, 4.5], f[1][0].ToArray());
        Assert.Equal(f[^1][0][0], f[^1][2][0], 1e-12);
        Assert.Equal([5, 5], f[^1][3].ToArray());
    }

    [Theory]
    [InlineData(2, Geometry.Unconstrained)]
    [InlineData(2, Geometry.Spherical)]
    [InlineData(7, Geometry.Unconstrained)]
    public void Step_AnyNumberOfThreads_GivesTheSameBits(int dimensions, Geometry geometry)
    {
        var inputs = NeighbourhoodsTests.Random(3000, 2, seed: 3);
        var f0 = NeighbourhoodsTests.Random(3000, dimensions, seed: 4);
        var neighbours = Neighbourhoods.Within(inputs, 0.1);

        Assert.Equal(After(5, neighbours, f0, geometry, 1).Values.ToArray(), After(5, neighbours, f0, geometry, 3).Values.ToArray());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(9)]
    public void Step_AnyDimension_IsTheMeanOverTheNeighbours(int dimensions)
    {
        var inputs = NeighbourhoodsTests.Random(100, 2, seed: 5);
        var f0 = NeighbourhoodsTests.Random(100, dimensions, seed: 6);
        var neighbours = Neighbourhoods.CloserThan(inputs, 0.2);

        var f1 = After(1, neighbours, f0, Geometry.Unconstrained, 1);

        for (var x = 0; x < 100; x++)
            for (var i = 0; i < dimensions; i++) Assert.Equal(neighbours.Of(x).Average(other => f0[other][i]), f1[x][i], 1e-14);
    }

    private static PointSet After(int steps, Neighbourhoods neighbours, double[][] f0, Geometry geometry = Geometry.Unconstrained) =>
        After(steps, neighbours, PointSet.Of(f0), geometry, threads: 1);

    private static PointSet After(int steps, Neighbourhoods neighbours, PointSet f0, Geometry geometry, int threads)
    {
        var dynamics = new NeighbourAveraging(neighbours, f0, geometry, threads);
        while (dynamics.Steps < steps) dynamics.Step();
        return dynamics.Representations();
    }
}
