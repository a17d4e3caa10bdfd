using TorchSharp.Modules;
using static TorchSharp.torch;

namespace SimXir.Method.Tests;

public sealed class SgdTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Step_SixSteps_EqualsPython(bool fused)
    {
        using var scope = NewDisposeScope();
        var reference = new Reference("sgd");
        var (w, b) = (new Parameter(reference["w0"]), new Parameter(reference["b0"]));
        using var sgd = new Sgd([new([("w", w), ("b", b)], LearningRate.Constant(0.1))], 0.9, 5e-4, Kernel(fused));
        for (var step = 0; step < 6; step++)
        {
            w.grad = null;
            b.grad = null;
            nn.functional.mse_loss(nn.functional.linear(reference["X"], w, b), reference["Y"]).backward();
            sgd.Step(step);
            Assert.InRange(Reference.AbsoluteError(reference[$"w{step + 1}"], w), 0, 1e-6);
            Assert.InRange(Reference.AbsoluteError(reference[$"b{step + 1}"], b), 0, 1e-6);
        }
    }

    [Fact]
    public void Step_TwoGroups_EachHasItsRate()
    {
        using var scope = NewDisposeScope();
        var (moving, level, unused) = (new Parameter(ones(3)), new Parameter(ones(3)), new Parameter(ones(3)));
        using var sgd = new Sgd(
            [new([("moving", moving)], LearningRate.Cosine(1, units: 2)), new([("level", level), ("unused", unused)], LearningRate.Constant(0.25))],
            momentum: 0,
            weightDecay: 0);
        moving.grad = ones(3);
        level.grad = ones(3);
        sgd.Step(1);
        Assert.Equal(0.5f, moving[0].item<float>(), 1e-6f);
        Assert.Equal(0.75f, level[0].item<float>());
        Assert.Equal(1, unused[0].item<float>());
    }

    [Fact]
    public void Fused_WhileTheCollectorRuns_StaysRight()
    {
        Assert.SkipUnless(FusedSgdKernel.IsAvailable, "this libtorch has no fused SGD");
        using var scope = NewDisposeScope();
        using var frozen = no_grad();
        using var fused = new FusedSgdKernel();
        using var loop = new LoopSgdKernel();
        Tensor[] w = [zeros(64)], m = [zeros(64)], w2 = [zeros(64)], m2 = [zeros(64)];
        var rates = new SgdRates(0.5, 0.5, 1e-3);
        for (var step = 0; step < 500; step++)
        {
            var garbage = new byte[100_000];
            garbage[0] = 1;
            fused.Step(w, [ones(64)], m, rates);
            loop.Step(w2, [ones(64)], m2, rates);
        }
        Assert.Equal(0, Reference.AbsoluteError(w2[0], w[0]));
    }

    private static SgdKernel Kernel(bool fused)
    {
        if (!fused) return new LoopSgdKernel();
        Assert.SkipUnless(FusedSgdKernel.IsAvailable, "this libtorch has no fused SGD");
        return new FusedSgdKernel();
    }
}
