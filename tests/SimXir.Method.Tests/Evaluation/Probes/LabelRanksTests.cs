using SimXir.Experiments;
using static TorchSharp.torch;

namespace SimXir.Method.Tests;

public sealed class LabelRanksTests
{
    [Theory]
    [InlineData(0, 1, 1)]
    [InlineData(4, 0, 1)]
    [InlineData(5, 0, 0)]
    public void Judge_RankOfTheLabel_DecidesTop1AndTop5(int label, double top1, double top5) =>
        Assert.Equal(new LinearResult(top1, top5), Judge([[7, 6, 5, 4, 3, 2, 1]], label));

    [Fact]
    public void Judge_AllTied_TakesTheSmallestLabels()
    {
        double[][] scores = [[1, 1, 1, 1, 1, 1], [1, 1, 1, 1, 1, 1], [1, 1, 1, 1, 1, 1]];
        Assert.Equal(new LinearResult(1.0 / 3, 2.0 / 3), Judge(scores, 0, 4, 5));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(5)]
    public void Judge_FiveClassesOrFewer_AreAllAmongTheFirstFive(int classes)
    {
        var scores = Enumerable.Range(0, classes).Select(label => (double)-label).ToArray();
        Assert.Equal(new LinearResult(classes == 1 ? 1 : 0, 1), Judge([scores], classes - 1));
    }

    [Theory]
    [InlineData(double.NaN, 1)]
    [InlineData(1, double.NaN)]
    public void Judge_ScoreThatIsNoNumber_IsNeverRight(double own, double other) =>
        Assert.Equal(0, Judge([[other, own]], 1).Top1);

    [Fact]
    public void Judge_NoImages_IsNothing() => Assert.Equal(new LinearResult(0, 0), LabelRanks.Judge(zeros(0, 3), []));

    private static LinearResult Judge(double[][] scores, params int[] labels)
    {
        using var tensor = from_array(scores.SelectMany(row => row).ToArray()).reshape(scores.Length, scores[0].Length);
        return LabelRanks.Judge(tensor, labels);
    }
}
