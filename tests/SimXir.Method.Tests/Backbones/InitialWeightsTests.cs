using SimXir.Experiments;
using static TorchSharp.torch;

namespace SimXir.Method.Tests;

public sealed class InitialWeightsTests
{
    [Fact]
    public void Draw_SameSeed_IsEqualWhateverWasDrawnBefore()
    {
        var first = Weights(seed: 3);
        random.manual_seed(99);
        using var noise = randn(1000);
        Assert.Equal(first, Weights(seed: 3));
        Assert.NotEqual(first, Weights(seed: 4));
    }

    [Fact]
    public void Draw_Convolutions_HaveKaimingsVariance()
    {
        using var scope = NewDisposeScope();
        using var backbone = BackboneFactory.Build(new BackboneSpec { Width = 32 }, 0, CPU);
        var weight = backbone.state_dict()["layer3.1.conv2.weight"];
        var deviation = Math.Sqrt(2.0 / (9 * 128));
        Assert.Equal(deviation, weight.std().item<float>(), deviation / 100);
        Assert.InRange(Math.Abs(weight.mean().item<float>()), 0, deviation / 100);
    }

    [Fact]
    public void Draw_TwoLayersOfOneShape_Differ()
    {
        using var scope = NewDisposeScope();
        using var backbone = BackboneFactory.Build(new BackboneSpec { Width = 4 }, 0, CPU);
        var state = backbone.state_dict();
        Assert.False(state["layer1.0.conv1.weight"].allclose(state["layer1.0.conv2.weight"]));
    }

    [Fact]
    public void Build_UnknownArchitecture_NamesTheKnown()
    {
        var fault = Assert.Throws<ArgumentException>(() => BackboneFactory.Build(new BackboneSpec { Arch = "vgg" }, 0, CPU));
        Assert.Contains("unknown backbone 'vgg'; known: resnet18", fault.Message, StringComparison.Ordinal);
    }

    private static byte[] Weights(int seed)
    {
        using var backbone = BackboneFactory.Build(new BackboneSpec { Width = 4 }, seed, CPU);
        return SafetensorsWriter.Write(TensorFile.Of(ModuleState.Copy(backbone)));
    }
}
