using SimXir.Experiments;
using static TorchSharp.torch;

namespace SimXir.Method.Tests;

public sealed class SimSiamTests
{
    [Fact]
    public void Loss_ReferenceVectors_EqualsPython()
    {
        using var scope = NewDisposeScope();
        var reference = new Reference("losses");
        var (p1, p2, z1, z2) = (reference.Leaf("p1"), reference.Leaf("p2"), reference.Leaf("z1"), reference.Leaf("z2"));
        var loss = SimSiam.Loss(p1, p2, z1, z2);
        loss.backward();
        Assert.InRange(Reference.AbsoluteError(reference["simsiam"], loss.reshape(1)), 0, 1e-5);
        Assert.InRange(Reference.AbsoluteError(reference["simsiam.grad.p1"], p1.grad!), 0, 1e-5);
        Assert.InRange(Reference.AbsoluteError(reference["simsiam.grad.p2"], p2.grad!), 0, 1e-5);
    }

    [Fact]
    public void Loss_Projections_GetNoGradient()
    {
        using var scope = NewDisposeScope();
        var (p1, p2, z1, z2) = (Leaf(1), Leaf(2), Leaf(3), Leaf(4));
        SimSiam.Loss(p1, p2, z1, z2).backward();
        Assert.NotNull(p1.grad);
        Assert.Null(z1.grad);
        Assert.Null(z2.grad);
    }

    [Fact]
    public void Loss_SwappedOrScaledViews_IsTheSame()
    {
        using var scope = NewDisposeScope();
        var (p1, p2, z1, z2) = (Leaf(1), Leaf(2), Leaf(3), Leaf(4));
        var loss = SimSiam.Loss(p1, p2, z1, z2).item<float>();
        Assert.Equal(loss, SimSiam.Loss(p2, p1, z2, z1).item<float>(), 1e-6f);
        Assert.Equal(loss, SimSiam.Loss(p1 * 3, p2, z1, z2 * 0.5).item<float>(), 1e-6f);
        Assert.Equal(-1, SimSiam.Loss(p1, p2, p2, p1).item<float>(), 1e-6f);
    }

    [Fact]
    public void Heads_AnyBackbone_AreThoseOfTheAppendix()
    {
        using var method = Method();
        var heads = method.state_dict().Where(pair => !pair.Key.StartsWith(LearningMethod.EncoderPrefix, StringComparison.Ordinal) && pair.Value.dim() == 2)
            .ToDictionary(pair => pair.Key, pair => pair.Value.shape);
        Assert.Equal(
            new Dictionary<string, long[]>
            {
                ["projector.0.weight"] = [512, 32],
                ["projector.3.weight"] = [512, 512],
                ["projector.6.weight"] = [128, 512],
                ["predictor.0.weight"] = [512, 128],
                ["predictor.3.weight"] = [128, 512],
            },
            heads);
    }

    [Fact]
    public void Forward_TwoViews_MovesEveryParameter()
    {
        using var scope = NewDisposeScope();
        using var method = Method();
        method.forward(Images(1), Images(2)).backward();
        Assert.All(method.named_parameters(), pair => Assert.True(pair.parameter.grad is { } gradient && gradient.abs().max().item<float>() > 0, pair.name));
    }

    [Fact]
    public void KeepsFirstRate_Parameters_TellsThePredictorsOwn()
    {
        using var method = Method();
        Assert.Equal(
            ["predictor.0.weight", "predictor.1.bias", "predictor.1.weight", "predictor.3.bias", "predictor.3.weight"],
            method.named_parameters().Select(pair => pair.name).Where(method.KeepsFirstRate).Order());
    }

    private static LearningMethod Method() => PretrainMethods.Build(new SimSiamSpec(), new BackboneSpec { Width = 4 }, 0, CPU);

    private static Tensor Leaf(ulong seed) => Random(seed, 6, 16).requires_grad_(true);

    private static Tensor Images(ulong seed) => Random(seed, 4, 3, 32, 32);

    private static Tensor Random(ulong seed, params long[] shape)
    {
        using var generator = new Generator(seed, CPU);
        return randn(shape, generator: generator);
    }
}
