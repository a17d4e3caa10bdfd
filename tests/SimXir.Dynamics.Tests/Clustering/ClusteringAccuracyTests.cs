namespace SimXir.Dynamics.Tests;

public sealed class ClusteringAccuracyTests
{
    [Theory]
    [InlineData(new[] { 2, 2, 0, 0, 1, 1 }, new[] { 0, 0, 1, 1, 2, 2 }, 1)]
    [InlineData(new[] { 0, 0, 0, 0 }, new[] { 0, 1, 2, 2 }, 0.5)] // one cluster goes with one label
    [InlineData(new[] { 0, 1, 2, 3 }, new[] { 0, 0, 0, 0 }, 0.25)] // one label goes with one cluster
    [InlineData(new[] { 0, 0, 0, 1, 1, 1, 1 }, new[] { 0, 0, 1, 0, 0, 0, 1 }, 4 / 7.0)] // the larger share of one cluster costs the other more
    [InlineData(new[] { 0, 2, 2 }, new[] { 1, 0, 0 }, 1)] // an unused cluster in between
    public void Of_AnyClusters_IsThatOfTheBestMatching(int[] clusters, int[] labels, double accuracy) =>
        Assert.Equal(accuracy, ClusteringAccuracy.Of(clusters, labels), 1e-15);

    [Fact]
    public void Of_RandomClusters_EqualsTheBestOfAllPermutations()
    {
        var random = new Random(1);
        int[][] permutations = [.. Permutations([0, 1, 2, 3])];
        for (var trial = 0; trial < 100; trial++)
        {
            var (clusters, labels) = (Draw(), Draw());
            var best = permutations.Max(permutation => clusters.Zip(labels).Count(pair => permutation[pair.First] == pair.Second));

            Assert.Equal(best / 25.0, ClusteringAccuracy.Of(clusters, labels), 1e-15);
        }

        int[] Draw() => [.. Enumerable.Range(0, 25).Select(_ => random.Next(4))];
    }

    [Fact]
    public void Of_DifferentLengths_SaysBoth() => Assert.StartsWith(
        "2 clusters do not go with 1 labels", Assert.Throws<ArgumentException>(() => ClusteringAccuracy.Of([0, 1], [0])).Message, StringComparison.Ordinal);

    [Fact]
    public void Of_TooManyLabels_SaysHowMany() => Assert.StartsWith(
        "21 labels are more than 20", Assert.Throws<ArgumentException>(() => ClusteringAccuracy.Of([0], [20])).Message, StringComparison.Ordinal);

    private static IEnumerable<int[]> Permutations(int[] items) => items.Length == 0
        ? [[]]
        : items.SelectMany(first => Permutations([.. items.Where(item => item != first)]).Select(rest => (int[])[first, .. rest]));
}
