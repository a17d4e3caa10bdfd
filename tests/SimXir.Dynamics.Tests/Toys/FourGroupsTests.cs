namespace SimXir.Dynamics.Tests;

public sealed class FourGroupsTests
{
    private static readonly ToyOptions Apart = new() { Overlap = false };

    [Fact]
    public void Make_Apart_AreTheNeighbourGraphsOwnGroups()
    {
        var toy = FourGroups.Make(Apart);

        Assert.Equal(4, toy.ConnectedGroups);
        Assert.Equal(toy.Groups.Labels, NeighbourGroups.Of(toy.Neighbours).Labels);
        Assert.Equal([100, 100, 100, 100], toy.Groups.Members.Select(members => members.Length));
    }

    [Fact]
    public void Make_Intersecting_AreOneGroupOfTheNeighbourGraph() =>
        Assert.Equal(1, FourGroups.Make(Apart with { Overlap = true }).ConnectedGroups);

    [Fact]
    public void Make_SameSeed_IsTheSame()
    {
        Assert.Equal(FourGroups.Make(Apart).F0.Values.ToArray(), FourGroups.Make(Apart).F0.Values.ToArray());
        Assert.NotEqual(FourGroups.Make(Apart).F0.Values.ToArray(), FourGroups.Make(Apart with { Seed = 1 }).F0.Values.ToArray());
    }

    [Fact]
    public void Make_RadiusThatConnectsNothing_SaysHowNearTheNearestAre()
    {
        var fault = Assert.Throws<DynamicsException>(() => FourGroups.Make(Apart with { Eps = 1e-6 }));

        Assert.Equal("Radius 1E-06 connects none of the 400 points: the nearest two are 0.000777 apart; take a larger radius.", fault.Message);
    }

    [Fact]
    public void Make_RadiusThatLeavesPieces_SaysOfWhichGroup() => Assert.Equal(
        "Radius 0.05 leaves group 1 of seed 0 in 59 pieces, but a group must be neighbour-connected: take a larger radius, more points or another seed.",
        Assert.Throws<DynamicsException>(() => FourGroups.Make(Apart with { Eps = 0.05 })).Message);

    [Fact]
    public void Make_RadiusThatJoinsGroups_SaysSo() => Assert.Equal(
        "Radius 1.5 connects groups that are to be disjoint: they lie 1 apart; take a smaller radius.",
        Assert.Throws<DynamicsException>(() => FourGroups.Make(Apart with { Eps = 1.5 })).Message);

    [Fact]
    public void Make_GroupsOfOnePoint_SaysWhatIsAllowed() => Assert.Equal(
        "1 point in each group: a group of one point has no diameter that could shrink; take 2 or more.",
        Assert.Throws<DynamicsException>(() => FourGroups.Make(Apart with { PointsPerGroup = 1 })).Message);

    /// <summary>What Figure 4 shows: groups shrink to points, move apart and stay where they are.</summary>
    [Theory]
    [InlineData(Geometry.Unconstrained)]
    [InlineData(Geometry.Spherical)]
    public void ToyRun_Apart_ContractsAndAlienates(Geometry geometry)
    {
        var run = ToyRun.Of(FourGroups.Make(Apart), geometry, 300, [0, 300]);

        Assert.Equal([0, 300], run.Snapshots.Keys);
        Assert.Equal(301, run.Measures.Length);
        Assert.True(run.Measures[300].Diameter < 1e-3 * run.Measures[0].Diameter);
        Assert.True(run.Measures[300].Distance > 1 && run.Measures[0].Distance < 0.1);
        Assert.InRange(run.Drift(300), 0, 0.05);
    }
}
