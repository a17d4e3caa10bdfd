using TorchSharp.Modules;
using static TorchSharp.torch;

namespace SimXir.Method.Tests;

public sealed class LarsTests
{
    private static readonly LarsOptions Larc = new() { WeightDecay = 1e-4, ExcludesBiasesAndNorms = false };

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Step_SixSteps_EqualsPython(bool fused)
    {
        using var scope = NewDisposeScope();
        var reference = new Reference("lars");
        var (w, b) = (new Parameter(reference["w0"]), new Parameter(reference["b0"]));
        using var lars = new Lars([new([("w", w), ("b", b)], LearningRate.Constant(0.1))], Larc, Kernel(fused));
        for (var step = 0; step < 6; step++)
        {
            w.grad = null;
            b.grad = null;
            nn.functional.mse_loss(nn.functional.linear(reference["X"], w, b), reference["Y"]).backward();
            lars.Step(step);
            Assert.InRange(Reference.AbsoluteError(reference[$"w{step + 1}"], w), 0, 1e-6);
            Assert.InRange(Reference.AbsoluteError(reference[$"b{step + 1}"], b), 0, 1e-6);
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Step_NoWeightsOrNoGradient_LeavesTheGradientAsItIs(bool fused)
    {
        using var scope = NewDisposeScope();
        var (zero, still) = (new Parameter(zeros(2, 2)), new Parameter(ones(2, 2)));
        using var lars = new Lars([new([("zero", zero), ("still", still)], LearningRate.Constant(0.5))], Larc with { WeightDecay = 1 }, Kernel(fused));
        zero.grad = ones(2, 2);
        still.grad = zeros(2, 2);
        lars.Step(0);
        Assert.Equal(0, Reference.AbsoluteError(full([2, 2], -0.5f), zero));
        Assert.Equal(0, Reference.AbsoluteError(ones(2, 2), still));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Step_AnyScaleOfTheGradient_MovesByTheTrustCoefficient(bool fused)
    {
        using var scope = NewDisposeScope();
        var (small, large) = (new Parameter(full([3, 3], 2f)), new Parameter(full([3, 3], 2f)));
        using var lars = new Lars([new([("small", small), ("large", large)], LearningRate.Constant(1))], Larc with { WeightDecay = 0, TrustCoefficient = 0.02 }, Kernel(fused));
        small.grad = full([3, 3], 1e-3f);
        large.grad = full([3, 3], 1e3f);
        lars.Step(0);
        Assert.Equal(2 * (1 - 0.02), small[0, 0].item<float>(), 1e-4);
        Assert.Equal(2 * (1 - 0.02), large[0, 0].item<float>(), 1e-4);
    }

    [Fact]
    public void Step_BiasesExcluded_MovesThemByPlainSgdWithoutDecay()
    {
        using var scope = NewDisposeScope();
        var (layer, bias) = (new Parameter(ones(2, 2)), new Parameter(ones(2)));
        using var lars = new Lars([new([("layer", layer), ("bias", bias)], LearningRate.Constant(0.5))], Larc with { WeightDecay = 1, ExcludesBiasesAndNorms = true });
        layer.grad = ones(2, 2);
        bias.grad = ones(2);
        lars.Step(0);
        Assert.Equal(0.5f, bias[0].item<float>());
        Assert.Equal(1 - 0.5 * 0.001, layer[0, 0].item<float>(), 1e-6);
        Assert.Equal(["bias", "layer"], lars.Buffers.Select(pair => pair.Name).Order());
        Assert.All(lars.Buffers, pair => Assert.NotEqual(0, pair.Buffer.abs().sum().item<float>()));
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(0.9, true)]
    public void Best_Momentum_DecidesWhetherItIsFused(double momentum, bool fused)
    {
        using var kernel = LarsKernel.Best(momentum);
        Assert.Equal(fused && FusedLarsKernel.IsAvailable, kernel is FusedLarsKernel);
    }

    [Fact]
    public void Fused_WhileTheCollectorRuns_StaysRight()
    {
        using var scope = NewDisposeScope();
        using var frozen = no_grad();
        using var fused = Kernel(true);
        using var loop = Kernel(false);
        Tensor[] w = [ones(8, 8)], m = [zeros(8, 8)], w2 = [ones(8, 8)], m2 = [zeros(8, 8)];
        for (var step = 0; step < 200; step++)
        {
            var garbage = new byte[100_000];
            garbage[0] = 1;
            fused.Step(w, [ones(8, 8)], m, 0.5, Larc);
            loop.Step(w2, [ones(8, 8)], m2, 0.5, Larc);
        }
        Assert.InRange(Reference.AbsoluteError(w2[0], w[0]), 0, 1e-5);
    }

    private static LarsKernel Kernel(bool fused)
    {
        if (!fused) return new LoopLarsKernel();
        Assert.SkipUnless(FusedLarsKernel.IsAvailable, "this libtorch has no operations on lists of tensors");
        return new FusedLarsKernel();
    }
}
