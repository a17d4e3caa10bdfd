namespace SimXir.Experiments.Tests;

public sealed class SpecLocationTests
{
    private const string Yaml = "name: mini\nmethods: [simsiam]\npretrain:\n  from: mine\ndatasets: [cifar10]\n";

    [Theory]
    [InlineData("pretrain.from", 4, 9)]
    [InlineData("pretrain.epochs", 4, 3)]
    [InlineData("name", 1, 7)]
    [InlineData("backbone", 1, 1)]
    public void Locate_Path_IsThatOfItsValueOrOfWhatWouldHoldIt(string path, int line, int column)
    {
        var fault = SpecLocation.Locate(Yaml, new SpecFault(0, path, "found", "allowed", "Cure."));
        Assert.Equal(new SpecFault(line, path, "found", "allowed", "Cure.") { Column = column }, fault);
    }
}
