using SimXir.Dynamics;

namespace SimXir.Report.Tests;

public sealed class ToyTextTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Of_FourGroups_SaysWhereTheyAreReallyOne(bool overlap)
    {
        var options = new ToyOptions { Overlap = overlap, PointsPerGroup = 60, Eps = 0.3 };
        var toy = FourGroups.Make(options);

        var text = ToyText.Of(options, toy, [ToyRun.Of(toy, Geometry.Unconstrained, 10, [0, 10])]);

        Assert.StartsWith($"Four {(overlap ? "intersecting" : "disjoint")} groups of 60 points, eps 0.3, seed 0\n\nUnconstrained (eq. 2.4)\nt ", text, StringComparison.Ordinal);
        Assert.Equal(overlap, text.Contains("these inputs are one neighbour-connected group", StringComparison.Ordinal));
    }
}
