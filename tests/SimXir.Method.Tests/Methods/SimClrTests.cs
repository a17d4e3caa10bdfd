using SimXir.Experiments;
using static SimXir.Method.Tests.MethodTensors;
using static TorchSharp.torch;

namespace SimXir.Method.Tests;

public sealed class SimClrTests
{
    [Fact]
    public void Loss_ReferenceVectors_EqualsPython()
    {
        using var scope = NewDisposeScope();
        var reference = new Reference("losses");
        var (z1, z2) = (reference.Leaf("z1"), reference.Leaf("z2"));
        var loss = SimClr.Loss(z1, z2, temperature: 0.2);
        loss.backward();
        Assert.InRange(Reference.AbsoluteError(reference["simclr"], loss.reshape(1)), 0, 1e-5);
        Assert.InRange(Reference.AbsoluteError(reference["simclr.grad.z1"], z1.grad!), 0, 1e-5);
        Assert.InRange(Reference.AbsoluteError(reference["simclr.grad.z2"], z2.grad!), 0, 1e-5);
    }

    [Fact]
    public void Loss_SwappedScaledOrReorderedViews_IsTheSame()
    {
        using var scope = NewDisposeScope();
        var (z1, z2) = (Leaf(1), Leaf(2));
        var loss = SimClr.Loss(z1, z2, 0.5).item<float>();
        Assert.Equal(loss, SimClr.Loss(z2, z1, 0.5).item<float>(), 1e-5f);
        Assert.Equal(loss, SimClr.Loss(z1 * 3, z2 * 0.1, 0.5).item<float>(), 1e-5f);
        Assert.Equal(loss, SimClr.Loss(z1.roll(2, 0), z2.roll(2, 0), 0.5).item<float>(), 1e-5f);
    }

    [Fact]
    public void Loss_AllViewsAlike_IsTheLogarithmOfTheOthers()
    {
        using var scope = NewDisposeScope();
        Assert.Equal(Math.Log(2 * 6 - 1), SimClr.Loss(ones(6, 16), ones(6, 16), 0.2).item<float>(), 1e-5);
    }

    [Fact]
    public void Heads_ByDefault_AreThoseOfTheAppendix()
    {
        using var method = Build(new SimClrSpec());
        Assert.Equal(
            new Dictionary<string, string>
            {
                ["projector.0.weight"] = "512x32", ["projector.1.weight"] = "512", ["projector.3.weight"] = "128x512", ["projector.4.weight"] = "128",
            },
            Heads(method));
    }

    [Fact]
    public void Forward_TwoViews_MovesEveryParameter()
    {
        using var scope = NewDisposeScope();
        using var method = Build(new SimClrSpec { Hidden = 8, Output = 4 });
        method.forward(Images(1), Images(2)).backward();
        Assert.All(method.named_parameters(), pair => Assert.True(pair.parameter.grad is { } gradient && gradient.abs().max().item<float>() > 0, pair.name));
    }
}
