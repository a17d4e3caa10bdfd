using static TorchSharp.torch;

namespace SimXir.Method.Tests;

public sealed class KnnClassifierTests
{
    [Fact]
    public void Predict_ReferenceVectors_EqualsScikitLearn()
    {
        var reference = new Reference("knn");
        using var bank = Features(reference["bank"], reference["bank.labels"]);
        using var queries = Features(reference["queries"], reference["query.labels"]);
        var table = NearestNeighbours.Find(bank, queries, 21, KnnMetric.Both, threads: 2);
        foreach (var k in (int[])[5, 7, 11, 15, 17, 21])
        {
            Assert.Equal(Labels(reference[$"cosine.{k}"]), KnnClassifier.Predict(table.Cosine, bank, k));
            Assert.Equal(Labels(reference[$"euclidean.{k}"]), KnnClassifier.Predict(table.Euclidean, bank, k));
        }
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(300, 5)]
    [InlineData(5000, 21)]
    public void Find_RandomFeatures_EqualsASortOfAllDistances(int bankSize, int k)
    {
        using var bank = Random(bankSize, 13, seed: 1);
        using var queries = Random(150, 13, seed: 2);
        var table = NearestNeighbours.Find(bank, queries, k, KnnMetric.Both, threads: 2);
        for (var query = 0; query < queries.Count; query += 29)
        {
            Assert.Equal(Sorted(bank, k, index => ExactDistance.Cosine(queries[query], bank[index])), table.Cosine[query]);
            Assert.Equal(Sorted(bank, k, index => ExactDistance.SquaredEuclidean(queries[query], bank[index])), table.Euclidean[query]);
        }
    }

    [Fact]
    public void Find_EqualDistances_TakesTheSmallestIndices()
    {
        using var bank = Features(ones(9000, 7), zeros(9000, ScalarType.Int64));
        using var queries = Features(ones(1, 7) * 2, zeros(1, ScalarType.Int64));
        var table = NearestNeighbours.Find(bank, queries, 6, KnnMetric.Both, threads: 1);
        Assert.Equal([0, 1, 2, 3, 4, 5], table.Cosine[0]);
        Assert.Equal([0, 1, 2, 3, 4, 5], table.Euclidean[0]);
    }

    [Fact]
    public void Predict_TiedVote_GoesToTheSmallestLabel()
    {
        using var bank = Features(ones(4, 2), tensor((long[])[2, 0, 2, 0]));
        Assert.Equal([0], KnnClassifier.Predict([[0, 1, 2, 3]], bank, 4));
        Assert.Equal([2], KnnClassifier.Predict([[0, 1, 2, 3]], bank, 3));
    }

    [Fact]
    public void Judge_MoreNeighboursThanTheBank_CountsAllOfIt()
    {
        using var bank = Features(tensor(new float[,] { { 1, 0 }, { 0, 1 }, { 0, 2 } }), tensor((long[])[3, 1, 1]));
        using var queries = Features(tensor(new float[,] { { 5, 0 }, { 0, 0 } }), tensor((long[])[3, 3]));
        var result = KnnClassifier.Judge(bank, queries, [1, 1000], threads: 1);
        Assert.Equal(1, result.Cosine[1]);
        Assert.Equal(0, result.Cosine[1000]);
        Assert.Equal(1, result.Euclidean[1]);
        Assert.Equal(0, result.Euclidean[1000]);
    }

    private static int[] Sorted(FeatureMatrix bank, int k, Func<int, double> distance) =>
        [.. Enumerable.Range(0, bank.Count).OrderBy(distance).ThenBy(index => index).Take(k)];

    private static FeatureMatrix Random(int count, int dimensions, ulong seed)
    {
        using var generator = new Generator(seed, CPU);
        return Features(randn([count, dimensions], generator: generator), zeros(count, ScalarType.Int64));
    }

    private static FeatureMatrix Features(Tensor features, Tensor labels) => new(features, Labels(labels), 10);

    private static int[] Labels(Tensor labels)
    {
        using (labels) return [.. labels.data<long>().Select(label => (int)label)];
    }
}
