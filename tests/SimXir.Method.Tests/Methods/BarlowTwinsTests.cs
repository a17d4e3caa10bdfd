using SimXir.Experiments;
using static SimXir.Method.Tests.MethodTensors;
using static TorchSharp.torch;

namespace SimXir.Method.Tests;

public sealed class BarlowTwinsTests
{
    [Fact]
    public void Loss_ReferenceVectors_EqualsPython()
    {
        var checks = new CheckList("losses");
        new LossChecks(CPU).Run(ReferenceFolder.BuiltIn, checks);
        var mine = checks.Checks.Where(check => check.Name.StartsWith("losses/barlowtwins", StringComparison.Ordinal)).ToArray();
        Assert.Equal(["losses/barlowtwins", "losses/barlowtwins.grad.z1", "losses/barlowtwins.grad.z2"], mine.Select(check => check.Name));
        Assert.All(mine, check => Assert.True(check.Passed, check.ToString()));
    }

    [Fact]
    public void Loss_SwappedScaledShiftedOrReorderedViews_IsTheSame()
    {
        using var scope = NewDisposeScope();
        var (z1, z2) = (Leaf(1), Leaf(2));
        var loss = BarlowTwins.Loss(z1, z2, 0.1).item<float>();
        Assert.Equal(loss, BarlowTwins.Loss(z2, z1, 0.1).item<float>(), 1e-3f);
        Assert.Equal(loss, BarlowTwins.Loss((z1 * 3) + 7, (z2 * 2) - 1, 0.1).item<float>(), 1e-3f);
        Assert.Equal(loss, BarlowTwins.Loss(z1.roll(2, 0), z2.roll(2, 0), 0.1).item<float>(), 1e-3f);
        Assert.Equal(loss, BarlowTwins.Loss(z1.roll(3, 1), z2.roll(3, 1), 0.1).item<float>(), 1e-3f);
    }

    [Fact]
    public void Loss_DimensionsAllAlike_IsLambdaForEachPairOfThem()
    {
        using var scope = NewDisposeScope();
        var z = Random(1, 64, 1).expand(64, 5);
        Assert.Equal(0.25 * 5 * 4, BarlowTwins.Loss(z, z, 0.25).item<float>(), 1e-3);
        Assert.Equal(4 * 5, BarlowTwins.Loss(z, -z, 0).item<float>(), 1e-3);
    }

    [Fact]
    public void Loss_DimensionsThatAgreeAndAreIndependent_IsNothing()
    {
        using var scope = NewDisposeScope();
        var z = tensor(new float[] { 1, 1, 1, -1, -1, 1, -1, -1 }, [4, 2]);
        Assert.Equal(0, BarlowTwins.Loss(z, z * 2, 0.5).item<float>(), 1e-6);
    }

    [Fact]
    public void Heads_ByDefault_AreThePapersFormWithWidthsOfCifar()
    {
        using var method = Build(new BarlowTwinsSpec());
        Assert.Equal(
            new Dictionary<string, string>
            {
                ["projector.0.weight"] = "2048x32", ["projector.1.weight"] = "2048", ["projector.3.weight"] = "2048x2048", ["projector.4.weight"] = "2048",
                ["projector.6.weight"] = "2048x2048",
            },
            Heads(method));
    }

    [Fact]
    public void Forward_TwoViews_MovesEveryParameter()
    {
        using var scope = NewDisposeScope();
        using var method = Build(new BarlowTwinsSpec { Hidden = 8, Output = 4 });
        method.forward(Images(1), Images(2)).backward();
        Assert.All(method.named_parameters(), pair => Assert.True(pair.parameter.grad is { } gradient && gradient.abs().max().item<float>() > 0, pair.name));
    }
}
