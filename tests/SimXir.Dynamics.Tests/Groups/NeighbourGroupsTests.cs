namespace SimXir.Dynamics.Tests;

public sealed class NeighbourGroupsTests
{
    [Fact]
    public void Of_TwoChainsInterleaved_FollowsTheChains()
    {
        var inputs = PointSet.Of([[0, 0], [0, 9], [1, 0], [1, 9], [2, 0], [50, 50]]);

        var groups = NeighbourGroups.Of(Neighbourhoods.Within(inputs, 1));

        Assert.Equal([0, 1, 0, 1, 0, 2], groups.Labels);
        Assert.Equal([[0, 2, 4], [1, 3], [5]], groups.Members.Select(members => members.ToArray()));
    }

    [Fact]
    public void Of_LongChain_IsOneGroup() =>
        Assert.Single(NeighbourGroups.Of(Neighbourhoods.Within(PointSet.Of([.. Enumerable.Range(0, 20_000).Select(i => new double[] { i })]), 1)).Members);

    [Fact]
    public void Of_Labels_NumbersThemByFirstInput() => Assert.Equal([0, 0, 1, 0, 2], NeighbourGroups.Of([7, 7, 3, 7, 9]).Labels);

    /// <summary>Views of three images, of which the first two have views near each other.</summary>
    [Fact]
    public void Of_InputsThatBelongTogether_AreOneGroupAndWhatIsNearThem()
    {
        var views = PointSet.Of([[0], [10], [11], [20], [50], [90]]);

        Assert.Equal([0, 0, 0, 0, 1, 1], NeighbourGroups.Of(Neighbourhoods.Within(views, 1), [0, 0, 1, 1, 2, 2]).Labels);
        Assert.Equal([0, 0, 1, 1, 2, 2], NeighbourGroups.Of(Neighbourhoods.Within(views, 0.5), [0, 0, 1, 1, 2, 2]).Labels);
    }
}
