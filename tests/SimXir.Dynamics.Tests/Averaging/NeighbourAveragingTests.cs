namespace SimXir.Dynamics.Tests;

public sealed class NeighbourAveragingTests
{
    private static readonly double[][] Inputs = [[0], [1], [2], [10]];
    private static readonly Neighbourhoods Neighbours = Neighbourhoods.Within(Inputs, 1);

    [Fact]
    public void Mean_ThreeInALineAndOneAlone_AveragesTheNeighbours() =>
        Assert.Equal([[1, 0], [3, 1], [4.5, 1.5], [7, 7]], NeighbourAveraging.Mean(Neighbours, [[0, 0], [2, 0], [7, 3], [7, 7]]));

    [Fact]
    public void Mean_TheRepresentationsGiven_AreNotChanged()
    {
        double[][] f = [[0], [2], [7], [7]];

        NeighbourAveraging.Mean(Neighbours, f);

        Assert.Equal([[0], [2], [7], [7]], f);
    }

    [Fact]
    public void SphericalMean_RightAngle_IsTheDirectionBetween()
    {
        var f = NeighbourAveraging.SphericalMean(Neighbourhoods.Within([[0], [1]], 1), [[1, 0], [0, 1]]);

        Assert.All(f, z => Assert.All(z, value => Assert.Equal(Math.Sqrt(0.5), value, 1e-15)));
    }

    [Fact]
    public void SphericalMean_OppositeNeighbours_HasNoDirection() =>
        Assert.All(NeighbourAveraging.SphericalMean(Neighbourhoods.Within([[0], [1]], 1), [[1, 0], [-1, 0]]).SelectMany(z => z), value => Assert.Equal(double.NaN, value));

    [Fact]
    public void Trajectory_ConnectedInputs_ContractsToOnePoint()
    {
        var f = NeighbourAveraging.Trajectory([[0, 9], [2, 0], [7, 3], [5, 5]], f => NeighbourAveraging.Mean(Neighbours, f)).Take(200).ToArray();

        Assert.Equal([0, 9], f[0][0]);
        Assert.Equal([1, 4.5], f[1][0]);
        Assert.Equal(f[^1][0][0], f[^1][2][0], 1e-12);
        Assert.Equal([5, 5], f[^1][3]);
    }
}
