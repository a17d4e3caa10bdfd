using System.Text.Json;
using SimXir.Experiments;

namespace SimXir.Method.Tests;

public sealed class ResNetLayoutTests
{
    [Theory]
    [InlineData("resnet18", StemKind.Cifar, "resnet18_cifar")]
    [InlineData("resnet50", StemKind.ImageNet, "resnet50")]
    public void Of_Torchvisions_HasItsNamesAndShapes(string arch, StemKind stem, string name)
    {
        using var layouts = JsonDocument.Parse(File.ReadAllText(SharedFolder.Require("reference", "state_dict_layouts.json")));
        var wanted = layouts.RootElement.GetProperty(name).EnumerateObject()
            .Where(tensor => !tensor.Name.StartsWith("fc.", StringComparison.Ordinal))
            .ToDictionary(tensor => tensor.Name, tensor => tensor.Value.EnumerateArray().Select(size => size.GetInt64()).ToArray());
        var layout = ResNetLayout.Of(new BackboneSpec { Arch = arch, Stem = stem }).ToDictionary(tensor => tensor.Name, tensor => tensor.Shape.ToArray());
        Assert.Equal(wanted.Keys.Order(StringComparer.Ordinal), layout.Keys.Order(StringComparer.Ordinal));
        Assert.All(wanted, pair => Assert.Equal(pair.Value, layout[pair.Key]));
    }

    [Theory]
    [InlineData("resnet18", StemKind.Cifar, 5)]
    [InlineData("resnet18", StemKind.ImageNet, 4)]
    [InlineData("resnet50", StemKind.ImageNet, 4)]
    [InlineData("resnet50", StemKind.Cifar, 3)]
    public void Of_ABackboneThatIsBuilt_IsItsStateDict(string arch, StemKind stem, int width)
    {
        var spec = new BackboneSpec { Arch = arch, Stem = stem, Width = width };
        using var backbone = BackboneFactory.Build(spec, seed: 0, TorchSharp.torch.CPU);
        var built = ModuleState.Copy(backbone);
        var layout = ResNetLayout.Of(spec).ToDictionary(tensor => tensor.Name);
        Assert.Equal(built.Keys, layout.Keys.Order(StringComparer.Ordinal));
        Assert.All(built, pair => Assert.Equal((layout[pair.Key].Type, Shown.Of(layout[pair.Key].Shape)), (pair.Value.Type, Shown.Of(pair.Value.Shape))));
    }
}
