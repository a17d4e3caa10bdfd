using CsCheck;

namespace SimXir.Experiments.Tests;

public sealed class NearestTests
{
    [Theory]
    [InlineData("simsaim", "simsiam")]
    [InlineData("SimSiam", "simsiam")]
    [InlineData("epoches", "epochs")]
    [InlineData("learning_rate", "learningRate")]
    [InlineData("cifar", "cifar10")]
    [InlineData("widht", "width")]
    public void Find_Misspelt_GivesTheWordMeant(string word, string meant) =>
        Assert.Equal(meant, Nearest.Find(word, ["simsiam", "epochs", "learningRate", "cifar10", "svhn", "width", "batch"]));

    [Theory]
    [InlineData("")]
    [InlineData("x")]
    [InlineData("temperature")]
    public void Find_NothingNear_GivesNothing(string word) => Assert.Null(Nearest.Find(word, ["epochs", "batch", "svhn"]));

    [Fact]
    public void Distance_AnyWords_IsZeroForEqualOnesAndSymmetric() => Gen.Select(Gen.String[0, 12], Gen.String[0, 12]).Sample(
        (a, b) => Nearest.Distance(a, b) == Nearest.Distance(b, a)
            && Nearest.Distance(a, b) == 0 == (a == b)
            && Nearest.Distance(a, b) <= Math.Max(a.Length, b.Length),
        iter: 2_000);
}
