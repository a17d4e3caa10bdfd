using SimXir.Experiments;
using static SimXir.Method.Tests.MethodTensors;
using static TorchSharp.torch;

namespace SimXir.Method.Tests;

public sealed class MocoTests
{
    [Fact]
    public void Loss_ReferenceVectors_EqualsPython()
    {
        using var scope = NewDisposeScope();
        var reference = new Reference("losses");
        var (q, k) = (reference.Leaf("z1"), reference.Leaf("z2"));
        var loss = Moco.Loss(q, k, reference["queue"], temperature: 0.2);
        loss.backward();
        Assert.InRange(Reference.AbsoluteError(reference["moco"], loss.reshape(1)), 0, 1e-5);
        Assert.InRange(Reference.AbsoluteError(reference["moco.grad.z1"], q.grad!), 0, 1e-5);
        Assert.Null(k.grad);
    }

    [Fact]
    public void Loss_ScaledViewsOrReorderedQueue_IsTheSame()
    {
        using var scope = NewDisposeScope();
        var (q, k, queue) = (Leaf(1), Leaf(2), nn.functional.normalize(Random(3, 10, 16), 2, 1));
        var loss = Moco.Loss(q, k, queue, 0.2).item<float>();
        Assert.Equal(loss, Moco.Loss(q * 2, k * 5, queue, 0.2).item<float>(), 1e-5f);
        Assert.Equal(loss, Moco.Loss(q, k, queue.roll(3, 0), 0.2).item<float>(), 1e-5f);
    }

    [Fact]
    public void Heads_ByDefault_AreThoseOfTheAppendix()
    {
        using var method = Build(new MocoSpec());
        Assert.Equal(
            new Dictionary<string, string>
            {
                ["projector.0.weight"] = "128x32", ["projector.2.weight"] = "128x128",
                ["key_projector.0.weight"] = "128x32", ["key_projector.2.weight"] = "128x128",
            },
            Heads(method));
        var queue = method.state_dict()["queue"];
        Assert.Equal([2048, 128], queue.shape);
        Assert.InRange(Reference.AbsoluteError(ones(2048), queue.norm(1)), 0, 1e-5);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Step_Keys_TakeTheOldestPlacesOfTheQueueInTurn(bool symmetric)
    {
        using var scope = NewDisposeScope();
        var keys = symmetric ? 8 : 4;
        using var method = Build(new MocoSpec { Queue = 2 * keys, Symmetric = symmetric });
        var queue = method.state_dict()["queue"];
        for (var step = 1; step <= 3; step++)
        {
            var before = queue.clone();
            method.BeforeStep(step - 1);
            method.forward(Images(1), Images(2)).backward();
            method.AfterStep(step, 3);
            var changed = (queue != before).any(1);
            var expected = Enumerable.Range(0, 2 * keys).Select(place => place / keys == (step - 1) % 2);
            Assert.Equal(expected, changed.data<bool>().ToArray());
        }

        Assert.InRange(Reference.AbsoluteError(ones(2 * keys), queue.norm(1)), 0, 1e-5);
    }

    [Fact]
    public void Forward_TwoViews_MovesTheQueryNetworkAlone()
    {
        using var scope = NewDisposeScope();
        using var method = Build(new MocoSpec { Queue = 8 });
        method.forward(Images(1), Images(2)).backward();
        Assert.Equal(0, Gradients(method, "key_").With);
        Assert.All((string[])["backbone.", "projector."], prefix => Assert.True(Gradients(method, prefix) is (> 0, 0), prefix));
    }

    [Fact]
    public void AfterStep_QueryNetworkMoved_KeyNetworkFollowsByM()
    {
        using var scope = NewDisposeScope();
        using var method = Build(new MocoSpec { Queue = 8, Momentum = 0.75 });
        var state = method.state_dict();
        var (query, key) = (state["projector.0.weight"], state["key_projector.0.weight"]);
        var first = key.clone();
        Assert.Equal(0, Reference.AbsoluteError(query, key));
        method.forward(Images(1), Images(2));
        using (no_grad()) query.add_(4);
        method.AfterStep(1, 10);
        Assert.InRange(Reference.AbsoluteError(first + 1, key), 0, 1e-6);
    }

    [Fact]
    public void Forward_InGroups_NormalisesEachGroupByItself()
    {
        using var scope = NewDisposeScope();
        using var layer = nn.Sequential(new BatchNorm(3));
        BatchNorm.Split(layer, 2);
        var x = Random(1, 6, 3, 4, 4) * 2 + 1;
        var output = layer.forward(x);
        var means = new List<Tensor>();
        foreach (var group in (int[])[0, 1])
        {
            var mine = tensor(new long[] { group, group + 2, group + 4 });
            var alone = new BatchNorm(3).forward(x.index_select(0, mine));
            Assert.InRange(Reference.AbsoluteError(alone, output.index_select(0, mine)), 0, 1e-5);
            means.Add(x.index_select(0, mine).mean([0, 2, 3]));
        }

        Assert.InRange(Reference.AbsoluteError(stack(means).mean([0]) * 0.1, layer.state_dict()["0.running_mean"]), 0, 1e-6);
    }

    [Fact]
    public void Forward_InGroups_ShufflesKeysByTheStepAlone()
    {
        using var scope = NewDisposeScope();
        using var method = Build(new MocoSpec { Queue = 8, BatchNormSplits = 2 });
        var losses = new List<float>();
        foreach (var step in (long[])[0, 1, 0])
        {
            method.BeforeStep(step);
            losses.Add(method.forward(Images(1), Images(2)).item<float>());
        }

        Assert.Equal(losses[0], losses[2]);
        Assert.NotEqual(losses[0], losses[1]);
    }
}
