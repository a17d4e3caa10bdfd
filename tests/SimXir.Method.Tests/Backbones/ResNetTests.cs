using System.Text.Json;
using SimXir.Experiments;
using static TorchSharp.torch;

namespace SimXir.Method.Tests;

public sealed class ResNetTests
{
    [Theory]
    [InlineData("resnet18_cifar", "resnet18", StemKind.Cifar)]
    [InlineData("resnet50", "resnet50", StemKind.ImageNet)]
    public void StateDict_Width64_HasTorchvisionsNamesAndShapes(string layout, string arch, StemKind stem)
    {
        using var layouts = JsonDocument.Parse(File.ReadAllText(SharedFolder.Require("reference", "state_dict_layouts.json")));
        var expected = layouts.RootElement.GetProperty(layout).EnumerateObject()
            .ToDictionary(entry => entry.Name, entry => entry.Value.EnumerateArray().Select(size => size.GetInt64()).ToArray());
        using var backbone = BackboneFactory.Build(new BackboneSpec { Arch = arch, Stem = stem }, 0, CPU);
        var actual = backbone.state_dict();
        // The classifier is no part of a backbone.
        foreach (var name in (string[])["fc.weight", "fc.bias"]) expected.Remove(name);
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

    [Fact]
    public void Forward_Bf16_IsNearFp32AndKeepsFeaturesAndStatisticsInFp32()
    {
        using var scope = NewDisposeScope();
        var reference = new Reference("resnet18_cifar_w8");
        using var backbone = Loaded(reference);
        backbone.train();
        var features = backbone.forward(ChannelsLast.Of(reference["x"]).to_type(ScalarType.BFloat16));
        Assert.Equal(ScalarType.Float32, features.dtype);
        Assert.InRange(Reference.RelativeError(reference["train.out"], features), 1e-6, 0.05);
        var buffers = backbone.named_buffers().ToDictionary(pair => pair.name, pair => pair.buffer);
        Assert.All(reference.Under("after."), pair => Assert.InRange(Reference.RelativeError(pair.Value, buffers[pair.Key]), 0, 0.05));
        Assert.Equal(ScalarType.Float32, buffers["layer4.1.bn2.running_var"].dtype);


        // A BatchNorm's gradient is a small difference of large sums: in Python's autocast, too, one with bf16 has a cosine of .92 to the exact one.
        var exact = Gradients(reference["x"]);
        Assert.All(Gradients(reference["x"].to_type(ScalarType.BFloat16)), pair =>
        {
            Assert.Equal(ScalarType.Float32, pair.Value.dtype);
            Assert.InRange(nn.functional.cosine_similarity(exact[pair.Key].flatten(), pair.Value.flatten(), 0).item<float>(), 0.8, 1);
        });

        Dictionary<string, Tensor> Gradients(Tensor x)
        {
            backbone.zero_grad();
            using var generator = new Generator(1, CPU);
            (backbone.forward(ChannelsLast.Of(x)) * randn([x.shape[0], backbone.Dimensions], generator: generator)).sum().backward();
            return backbone.named_parameters().ToDictionary(pair => pair.name, pair => pair.parameter.grad!.clone());
        }
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

    [Theory]
    [InlineData(StemKind.Cifar)]
    [InlineData(StemKind.ImageNet)]
    public void Forward_ResNet50_GivesThirtyTwoTimesTheWidth(StemKind stem)
    {
        using var scope = NewDisposeScope();
        using var backbone = BackboneFactory.Build(new BackboneSpec { Arch = "resnet50", Width = 2, Stem = stem, MaxPool = stem == StemKind.ImageNet }, 0, CPU);
        Assert.Equal(64, backbone.Dimensions);
        Assert.Equal([2, 64], backbone.forward(zeros(2, 3, 32, 32)).shape);
    }

    private static ResNet Loaded(Reference reference)
    {
        var backbone = ResNet.Of18(new BackboneSpec { Width = 8 });
        ModuleState.Load(backbone, reference.File.Under("state."), "the reference");
        return backbone;
    }
}
