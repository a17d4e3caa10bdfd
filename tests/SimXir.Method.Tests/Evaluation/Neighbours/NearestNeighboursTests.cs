using static TorchSharp.torch;

namespace SimXir.Method.Tests;

public sealed class NearestNeighboursTests
{
    [Theory]
    [InlineData(1, 1, 13)]
    [InlineData(3, 21, 1)]
    [InlineData(33, 5, 40)]
    [InlineData(5000, 21, 13)]
    [InlineData(9000, 7, 2048)]
    public void Find_RandomFeatures_EqualsASortOfAllDistances(int count, int k, int dimensions)
    {
        using var bank = Neighbourhood.Random(count, dimensions, seed: 1);
        using var queries = Neighbourhood.Random(59, dimensions, seed: 2);
        AssertSorted(bank, queries, k, NearestNeighbours.Find(bank, queries, k, KnnMetric.Both, threads: 2));
    }

    [Theory]
    [InlineData(1e-20)]
    [InlineData(1e18)]
    public void Find_ScaleThatFloatsCannotSquare_IsStillRight(double scale)
    {
        using var bank = Neighbourhood.Random(200, 8, seed: 1, scale);
        using var queries = Neighbourhood.Random(3, 8, seed: 2, scale);
        AssertSorted(bank, queries, 5, NearestNeighbours.Find(bank, queries, 5, KnnMetric.Both, threads: 1));
    }

    [Fact]
    public void Find_FeaturesThatProductsCannotTellApart_IsStillRight()
    {
        using var bank = Neighbourhood.Crowd(600, 64, seed: 1);
        using var queries = Neighbourhood.Crowd(9, 64, seed: 2);
        AssertSorted(bank, queries, 5, NearestNeighbours.Find(bank, queries, 5, KnnMetric.Both, threads: 2));
    }

    [Fact]
    public void Find_EqualDistances_TakesTheSmallestIndices()
    {
        using var bank = Neighbourhood.Of(ones(9000, 7));
        using var queries = Neighbourhood.Of(ones(1, 7) * 2);
        var table = NearestNeighbours.Find(bank, queries, 6, KnnMetric.Both, threads: 1);
        Assert.Equal([0, 1, 2, 3, 4, 5], table.Cosine[0]);
        Assert.Equal([0, 1, 2, 3, 4, 5], table.Euclidean[0]);
    }

    [Fact]
    public void Find_NothingButZeros_TakesTheSmallestIndices()
    {
        using var zero = Neighbourhood.Of(zeros(40, 3));
        var table = NearestNeighbours.Find(zero, zero, 4, KnnMetric.Both, threads: 1);
        Assert.All(table.Cosine.Concat(table.Euclidean), row => Assert.Equal([0, 1, 2, 3], row));
    }

    [Theory]
    [InlineData(KnnMetric.Cosine)]
    [InlineData(KnnMetric.Euclidean)]
    public void Find_OneMetric_GivesWhatBothGive(KnnMetric metric)
    {
        using var bank = Neighbourhood.Random(500, 20, seed: 1);
        using var queries = Neighbourhood.Random(30, 20, seed: 2);
        var (both, one) = (Find(KnnMetric.Both), Find(metric));
        Assert.Equal(metric == KnnMetric.Cosine ? both.Cosine : [], one.Cosine);
        Assert.Equal(metric == KnnMetric.Euclidean ? both.Euclidean : [], one.Euclidean);

        NeighbourTable Find(KnnMetric asked) => NearestNeighbours.Find(bank, queries, 5, asked, threads: 1);
    }

    [Fact]
    public void Find_LargeSearch_CanBeStopped()
    {
        using var bank = Neighbourhood.Random(4000, 256, seed: 1);
        var asked = 0;
        Assert.Throws<OperationCanceledException>(() => NearestNeighbours.Find(bank, bank, 5, KnnMetric.Both, 1, Pause));
        Assert.Equal(2, asked);

        void Pause()
        {
            if (++asked == 2) throw new OperationCanceledException();
        }
    }

    private static void AssertSorted(FeatureMatrix bank, FeatureMatrix queries, int k, NeighbourTable table)
    {
        for (var query = 0; query < queries.Count; query += queries.Count > 10 ? 29 : 1)
        {
            Assert.Equal(Neighbourhood.ByCosine(bank, queries[query], k), table.Cosine[query]);
            Assert.Equal(Neighbourhood.ByEuclidean(bank, queries[query], k), table.Euclidean[query]);
        }
    }
}
