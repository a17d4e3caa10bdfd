using SimXir.Experiments;
using static SimXir.Method.Tests.MethodTensors;
using static TorchSharp.torch;

namespace SimXir.Method.Tests;

public sealed class ByolTests
{
    [Fact]
    public void Loss_ReferenceVectors_EqualsPython()
    {
        using var scope = NewDisposeScope();
        var reference = new Reference("losses");
        var (p1, p2, z1, z2) = (reference.Leaf("p1"), reference.Leaf("p2"), reference.Leaf("z1"), reference.Leaf("z2"));
        var loss = Byol.Loss(p1, p2, z1, z2);
        loss.backward();
        Assert.InRange(Reference.AbsoluteError(reference["byol"], loss.reshape(1)), 0, 1e-5);
        Assert.InRange(Reference.AbsoluteError(reference["byol.grad.p1"], p1.grad!), 0, 1e-5);
        Assert.InRange(Reference.AbsoluteError(reference["byol.grad.p2"], p2.grad!), 0, 1e-5);
        Assert.Null(z1.grad);
        Assert.Null(z2.grad);
    }

    [Fact]
    public void Loss_AnyViews_IsFourTimesSimSiamsAndFour()
    {
        using var scope = NewDisposeScope();
        var (p1, p2, z1, z2) = (Leaf(1), Leaf(2), Leaf(3), Leaf(4));
        Assert.Equal(4 + (4 * SimSiam.Loss(p1, p2, z1, z2).item<float>()), Byol.Loss(p1, p2, z1, z2).item<float>(), 1e-5f);
    }

    [Fact]
    public void Heads_ByDefault_AreThoseOfTheAppendix()
    {
        using var method = Build(new ByolSpec());
        Assert.Equal(
            new Dictionary<string, string>
            {
                ["projector.0.weight"] = "128x32", ["projector.2.weight"] = "128x128",
                ["target_projector.0.weight"] = "128x32", ["target_projector.2.weight"] = "128x128",
                ["predictor.0.weight"] = "512x128", ["predictor.1.weight"] = "512", ["predictor.3.weight"] = "128x512",
            },
            Heads(method));
        using var normalised = Build(new ByolSpec { ProjectorBatchNorm = true });
        Assert.Contains("projector.1.running_mean", normalised.state_dict().Keys);
    }

    [Fact]
    public void Forward_TwoViews_MovesTheOnlineNetworkAlone()
    {
        using var scope = NewDisposeScope();
        using var method = Build(new ByolSpec());
        method.forward(Images(1), Images(2)).backward();
        Assert.Equal(0, Gradients(method, "target_").With);
        Assert.All(
            (string[])["backbone.", "projector.", "predictor."],
            prefix => Assert.True(Gradients(method, prefix) is (> 0, 0), prefix));
        // A forward pass moves its own BatchNorm statistics, in train mode like the online network's.
        Assert.Equal(2, method.state_dict()["target_backbone.bn1.num_batches_tracked"].item<long>());
    }

    [Fact]
    public void AfterStep_OnlineNetworkMoved_TargetsParametersFollowByTau()
    {
        using var scope = NewDisposeScope();
        using var method = Build(new ByolSpec { Tau = 0.75, TauSchedule = TauSchedule.Constant });
        var state = method.state_dict();
        var (online, target) = (state["backbone.conv1.weight"], state["target_backbone.conv1.weight"]);
        var first = target.clone();
        Assert.Equal(0, Reference.AbsoluteError(online, target));
        using (no_grad()) online.add_(4);
        method.AfterStep(1, 10);
        Assert.InRange(Reference.AbsoluteError(first + 1, target), 0, 1e-6);
    }

    [Theory]
    [InlineData(0, 0.99)]
    [InlineData(50, 0.995)]
    [InlineData(100, 1)]
    public void Tau_OverTheSchedule_RisesToOneAlongACosine(long step, double expected)
    {
        Assert.Equal(expected, Byol.Tau(new ByolSpec(), step, 100), 1e-12);
        Assert.Equal(0.99, Byol.Tau(new ByolSpec { TauSchedule = TauSchedule.Constant }, step, 100));
    }
}
