namespace SimXir.Dynamics.Tests;

public sealed class TheoremGroupTests
{
    [Theory]
    [InlineData("Chain", 8, 7, false)]
    [InlineData("Ring", 8, 4, true)]
    [InlineData("Ring", 5, 2, true)]
    [InlineData("Star", 8, 2, false)] // six points: no more fit
    [InlineData("Clique", 8, 1, true)]
    [InlineData("Ladder", 8, 4, false)]
    [InlineData("Chain", 1, 0, true)]
    public void TopologyInputs_Any_HaveTheNeighboursTheyAreNamedFor(string topology, int count, int hops, bool equal)
    {
        var inputs = TopologyInputs.Of(Enum.Parse<Topology>(topology), count);
        var group = new TheoremGroup(inputs, inputs);

        Assert.True(group.IsConnected);
        Assert.Equal(hops, group.HopDiameter);
        Assert.Equal(equal, group.HasEqualNeighbourhoods);
        Assert.Equal(hops <= 2, group.SharesNeighbours);
    }

    [Fact]
    public void Without_MiddleOfAChain_IsNotConnected()
    {
        var chain = TopologyInputs.Of(Topology.Chain, 3);

        Assert.False(new TheoremGroup(chain, chain).Without(1).IsConnected);
        Assert.True(new TheoremGroup(chain, chain).Without(0).IsConnected);
    }
}
