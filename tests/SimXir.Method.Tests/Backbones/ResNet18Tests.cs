using System.Text.Json;
using SimXir.Experiments;
using static TorchSharp.torch;

namespace SimXir.Method.Tests;

public sealed class ResNet18Tests
{
    [Fact]
    public void StateDict_Width64_HasTorchvisionsNamesAndShapes()
    {
        using var layouts = JsonDocument.Parse(File.ReadAllText(SharedFolder.Require("reference", "state_dict_layouts.json")));
        var expected = layouts.RootElement.GetProperty("resnet18_cifar").EnumerateObject()
            .ToDictionary(entry => entry.Name, entry => entry.Value.EnumerateArray().Select(size => size.GetInt64()).ToArray());
        using var backbone = new ResNet18(64, maxPool: false);
        var actual = backbone.state_dict();
        Assert.Equal(expected.Keys.Order(), actual.Keys.Order());
        Assert.All(expected, pair => Assert.Equal(pair.Value, actual[pair.Key].shape));
    }

    [Fact]
    public void Forward_TrainThenEval_EqualsTorchvision()
    {
        using var scope = NewDisposeScope();
        var reference = new Reference("resnet18_cifar_w8");
        using var backbone = Loaded(reference);
        backbone.train();
        var output = backbone.forward(reference["x"]);
        Assert.InRange(Reference.RelativeError(reference["train.out"], output), 0, 1e-4);

        output.pow(2).sum().backward();
        var parameters = backbone.named_parameters().ToDictionary(pair => pair.name, pair => pair.parameter);
        var buffers = backbone.named_buffers().ToDictionary(pair => pair.name, pair => pair.buffer);
        Assert.All(reference.Under("train.grad."), pair => Assert.InRange(Reference.RelativeError(pair.Value, parameters[pair.Key].grad!), 0, 1e-4));
        Assert.All(reference.Under("after."), pair => Assert.InRange(Reference.RelativeError(pair.Value, buffers[pair.Key]), 0, 1e-4));
        Assert.Equal(1, buffers["bn1.num_batches_tracked"].item<long>());

        backbone.eval();
        Assert.InRange(Reference.RelativeError(reference["eval.out"], backbone.forward(reference["x"])), 0, 1e-4);
    }

    [Fact]
    public void Forward_ChannelsLast_EqualsPlain()
    {
        using var scope = NewDisposeScope();
        using var generator = new Generator(1, CPU);
        using var backbone = BackboneFactory.Build(new BackboneSpec { Width = 4 }, 0, CPU);
        backbone.eval();
        var x = randn([3, 3, 32, 32], generator: generator);
        var last = ChannelsLast.Of(x);
        Assert.Equal(1, last.stride(1));
        Assert.Equal(0, Reference.AbsoluteError(x, last));
        Assert.InRange(Reference.RelativeError(backbone.forward(x), backbone.forward(last)), 0, 1e-5);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Forward_AnyWidthAndPool_GivesEightTimesTheWidth(bool maxPool)
    {
        using var scope = NewDisposeScope();
        using var backbone = BackboneFactory.Build(new BackboneSpec { Width = 5, MaxPool = maxPool }, 0, CPU);
        Assert.Equal(40, backbone.Dimensions);
        Assert.Equal([2, 40], backbone.forward(zeros(2, 3, 32, 32)).shape);
    }

    private static ResNet18 Loaded(Reference reference)
    {
        var backbone = new ResNet18(8, maxPool: false);
        ModuleState.Load(backbone, reference.File.Under("state."), "the reference");
        return backbone;
    }
}
