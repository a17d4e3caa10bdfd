namespace SimXir.Dynamics.Tests;

public sealed class KMeansTests
{
    [Fact]
    public void Cluster_ThreeHeaps_FindsThem()
    {
        var clustering = KMeans.Cluster([[0], [9], [1], [20], [10], [21]], 3);

        Assert.Equal(1.5, clustering.Inertia);
        Assert.Equal([(0, 2), (1, 4), (3, 5)], Pairs([.. clustering.Labels]));
    }

    [Fact]
    public void Cluster_RandomPoints_PutsEachPointToTheNearestMean()
    {
        var random = new Random(1);
        var points = Enumerable.Range(0, 60).Select(_ => (double[])[random.NextDouble(), random.NextDouble()]).ToArray();

        var clustering = KMeans.Cluster(points, 4);

        var means = points.Zip(clustering.Labels).GroupBy(pair => pair.Second, pair => pair.First)
            .ToDictionary(group => group.Key, group => (double[])[group.Average(point => point[0]), group.Average(point => point[1])]);
        Assert.Equal(points.Select(point => means.MinBy(pair => Squared(point, pair.Value)).Key), clustering.Labels);
        Assert.Equal(points.Zip(clustering.Labels).Sum(pair => Squared(pair.First, means[pair.Second])), clustering.Inertia, 1e-12);
    }

    [Fact]
    public void Cluster_Iris_HasScikitLearnsInertia() => Assert.Equal(78.851441426146, KMeans.Cluster(IrisData.Points, 3).Inertia, 1e-9);

    [Fact]
    public void Cluster_FewerPlacesThanClusters_LeavesOneEmpty()
    {
        var clustering = KMeans.Cluster([[1], [1], [5], [5]], 3);

        Assert.Equal(0, clustering.Inertia);
        Assert.Equal([(0, 1), (2, 3)], Pairs([.. clustering.Labels]));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    public void Cluster_ImpossibleNumber_SaysWhichAndOfHowMany(int clusters)
    {
        var fault = Assert.Throws<ArgumentException>(() => KMeans.Cluster([[1], [2]], clusters));

        Assert.StartsWith($"2 points cannot form {clusters} clusters", fault.Message, StringComparison.Ordinal);
    }

    private static (int First, int Second)[] Pairs(int[] labels) =>
        [.. labels.Index().GroupBy(pair => pair.Item).Select(group => (group.First().Index, group.Last().Index)).Order()];

    private static double Squared(double[] a, double[] b) => Math.Pow(a[0] - b[0], 2) + Math.Pow(a[1] - b[1], 2);
}
