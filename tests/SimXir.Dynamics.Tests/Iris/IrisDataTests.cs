namespace SimXir.Dynamics.Tests;

public sealed class IrisDataTests
{
    [Fact]
    public void Points_AndLabels_AreFishers()
    {
        Assert.Equal([5.1, 3.5, 1.4, 0.2], IrisData.Points[0]);
        Assert.Equal([4.9, 3.1, 1.5, 0.2], IrisData.Points[34]); // where the copy in the UCI repository has 0.1
        Assert.Equal([5.9, 3.0, 5.1, 1.8], IrisData.Points[149]);
        Assert.Equal([.. Enumerable.Repeat(0, 50), .. Enumerable.Repeat(1, 50), .. Enumerable.Repeat(2, 50)], IrisData.Labels);
    }

    /// <summary>Means as Fisher's paper (table II) has them.</summary>
    [Theory]
    [InlineData(0, new[] { 5.006, 3.428, 1.462, 0.246 })]
    [InlineData(1, new[] { 5.936, 2.770, 4.260, 1.326 })]
    [InlineData(2, new[] { 6.588, 2.974, 5.552, 2.026 })]
    public void Points_OfASpecies_HaveThePublishedMeans(int species, double[] means)
    {
        var flowers = IrisData.Points.Zip(IrisData.Labels).Where(pair => pair.Second == species).Select(pair => pair.First).ToArray();

        for (var i = 0; i < means.Length; i++) Assert.Equal(means[i], flowers.Average(flower => flower[i]), 1e-9);
    }
}
