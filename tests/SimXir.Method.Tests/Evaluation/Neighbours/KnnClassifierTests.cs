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

    [Fact]
    public void Judge_OneImageInTheBank_AllVoteForIt()
    {
        using var bank = Features(ones(1, 3), tensor((long[])[4]));
        using var queries = Features(randn(5, 3), tensor((long[])[4, 4, 4, 1, 2]));
        var result = KnnClassifier.Judge(bank, queries, [1, 2, 21], threads: 2);
        Assert.All(result.Cosine.Values.Concat(result.Euclidean.Values), accuracy => Assert.Equal(0.6, accuracy));
        Assert.Equal([1, 2, 21], result.Cosine.Keys);
    }

    [Fact]
    public void Judge_OneClass_IsAlwaysRight()
    {
        using var features = new FeatureMatrix(randn(30, 4), new int[30], classes: 1);
        Assert.All(KnnClassifier.Judge(features, features, [2, 5], threads: 1).Euclidean.Values, accuracy => Assert.Equal(1, accuracy));
    }

    private static FeatureMatrix Features(Tensor features, Tensor labels) => new(features, Labels(labels), 10);

    private static int[] Labels(Tensor labels)
    {
        using (labels) return [.. labels.data<long>().Select(label => (int)label)];
    }
}
