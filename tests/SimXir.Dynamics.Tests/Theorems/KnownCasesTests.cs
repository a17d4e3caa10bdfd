namespace SimXir.Dynamics.Tests;

/// <summary>The counterexamples in numbers that anyone can check by hand.</summary>
public sealed class KnownCasesTests
{
    [Fact]
    public void LongChain_OneStep_KeepsItsDiameterAndTwoShrinkIt()
    {
        Assert.Equal([1, 1, 2 / 3.0], Enumerable.Range(0, 3).Select(t => GroupGeometry.Diameter(KnownCases.LongChain.After(t, Geometry.Unconstrained)[0])), Near);
        Assert.Equal([0, 1 / 3.0, 2 / 3.0, 1], KnownCases.LongChain.After(1, Geometry.Unconstrained)[0].Values.ToArray(), Near);
    }

    [Fact]
    public void Crossed_OneStep_AreOnePoint()
    {
        Assert.Equal(Math.Sqrt(2), Distance(KnownCases.Crossed, 0, Geometry.Unconstrained), 1e-15);
        Assert.Equal(0, Distance(KnownCases.Crossed, 1, Geometry.Unconstrained));
    }

    [Fact]
    public void Gate_OneStep_IsNearerThoughHullsAreDisjoint()
    {
        var groups = KnownCases.Gate.After(0, Geometry.Unconstrained);

        Assert.Equal(1, MinimumNorm.BetweenHulls(groups[0], groups[1]), 1e-9);
        Assert.Equal(Math.Sqrt(2), Distance(KnownCases.Gate, 0, Geometry.Unconstrained), 1e-15);
        Assert.Equal(1, Distance(KnownCases.Gate, 1, Geometry.Unconstrained), 1e-15);
    }

    [Fact]
    public void Star_OneStep_MovesItsMeanByAFourthOfTheDiameter()
    {
        Assert.Equal(1 / 6.0, KnownCases.Star.After(0, Geometry.Unconstrained)[0].Mean()[0], 1e-15);
        Assert.Equal((5 / 2.0 + 1 / 6.0) / 6, KnownCases.Star.After(1, Geometry.Unconstrained)[0].Mean()[0], 1e-15);
    }

    [Fact]
    public void Winding_ThousandSteps_NeverMoves()
    {
        PointSet before = KnownCases.Winding.After(0, Geometry.Spherical)[0], after = KnownCases.Winding.After(1000, Geometry.Spherical)[0];

        Assert.InRange(GroupGeometry.Diameter(before), 1.9, 2 - 1e-3); // no two opposite, as the theorem asks
        for (var i = 0; i < 5; i++) Assert.Equal(0, Vectors.Distance(before[i], after[i]), 1e-9);
    }

    [Fact]
    public void Between_OneStep_MeetsWithoutANegativeCosine() => Assert.Equal(0, Distance(KnownCases.Between, 1, Geometry.Spherical), 1e-15);

    [Fact]
    public void Tripod_OneStep_GrowsInAnOpenHalfOfTheSphere()
    {
        Assert.All(KnownCases.Tripod.After(0, Geometry.Spherical)[0].ToRows(), f => Assert.True(f[2] > 0));
        Assert.True(GroupGeometry.Diameter(KnownCases.Tripod.After(1, Geometry.Spherical)[0]) > GroupGeometry.Diameter(KnownCases.Tripod.After(0, Geometry.Spherical)[0]) + 0.05);
    }

    private static double Distance(TheoremCase theCase, int t, Geometry geometry)
    {
        var groups = theCase.After(t, geometry);
        return GroupGeometry.Distance(groups[0], groups[1]);
    }

    private static bool Near(double expected, double actual) => Math.Abs(expected - actual) < 1e-12;
}
