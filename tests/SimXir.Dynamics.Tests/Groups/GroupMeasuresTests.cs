namespace SimXir.Dynamics.Tests;

public sealed class GroupMeasuresTests
{
    private static readonly PointSet F = PointSet.Of([[0, 0], [2, 0], [0, 3], [0, 5], [4, 9]]);

    [Fact]
    public void Of_ThreeGroups_MeasuresEachAndTheNearestTwo()
    {
        var measures = GroupMeasures.Of(F, NeighbourGroups.Of([0, 0, 1, 1, 2]), Geometry.Unconstrained);

        Assert.Equal([2, 2, 0], measures.Diameters);
        Assert.Equal((2, 3), (measures.Diameter, measures.Distance));
        Assert.Equal((2 + 2 + 0) / 3.0, measures.Within, 1e-12);
        Assert.Equal([[1, 0], [0, 4], [4, 9]], measures.Means.Select(mean => mean.ToArray()));
    }

    [Fact]
    public void Of_OneGroup_HasNothingBetween()
    {
        var measures = GroupMeasures.Of(F, NeighbourGroups.Of([0, 0, 0, 0, 0]), Geometry.Unconstrained);

        Assert.Null(measures.Distance);
        Assert.Null(measures.Between);
    }

    [Fact]
    public void Of_Sphere_TakesTheMeansDirection() =>
        Assert.Equal([0.6, 0.8], GroupMeasures.Of(PointSet.Of([[3, 4], [6, 8]]), NeighbourGroups.Of([0, 0]), Geometry.Spherical).Means[0], (a, b) => Math.Abs(a - b) < 1e-15);

    [Fact]
    public void Drift_MovedGroup_IsTheWayOfTheFarthest()
    {
        var groups = NeighbourGroups.Of([0, 0, 1, 1, 1]);
        var moved = PointSet.Of([.. F.ToRows().Select((row, i) => i < 2 ? row : new[] { row[0] + 3, row[1] - 4 })]);

        Assert.Equal(5, GroupMeasures.Of(moved, groups, Geometry.Unconstrained).Drift(GroupMeasures.Of(F, groups, Geometry.Unconstrained)), 1e-12);
    }
}
