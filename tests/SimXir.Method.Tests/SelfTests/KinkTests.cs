using SimXir.Experiments;
using static TorchSharp.torch;

namespace SimXir.Method.Tests;

/// <summary>A reference whose gradient lies on the other side of a ReLU's kink, as happens by chance.</summary>
public sealed class KinkTests
{
    private const string Name = "resnet18_cifar_w8";
    private const string Gradient = "train.grad.layer2.0.downsample.0.weight";

    [Fact]
    public void Run_GradientBeyondAKink_PassesAsThePointsAroundHaveIt()
    {
        using var scope = NewDisposeScope();
        using var vectors = new Vectors();
        var file = vectors.Folder.Tensors(Name);
        var (here, beyond) = AroundAKink(file, file.Tensor("x"));
        var (found, expected) = (Results(file, here), Results(file, beyond));
        Assert.True(Reference.RelativeError(expected[Gradient], found[Gradient]) > 1e-3, "there is no kink between the two");
        Assert.InRange(Reference.RelativeError(beyond, here), 0, 1e-6);

        expected["x"] = here;
        vectors.Change(Name, content => content with
        {
            Tensors = content.Tensors.SetItems(expected.Select(pair => KeyValuePair.Create(pair.Key, StoredTensor.Copy(pair.Value, pair.Key)))),
        });
        var checks = SelfTest.Run(vectors.Folder, SelfTest.MethodChecks("cpu").Where(check => check.File == Name)).Single().Checks;

        Assert.All(checks, check => Assert.True(check.Passed, check.ToString()));
    }

    /// <summary>Halves a way through the images, always keeping the half in which the gradient changes more: what is left has a jump.</summary>
    private static (Tensor Here, Tensor Beyond) AroundAKink(ReferenceTensors file, Tensor x)
    {
        using var generator = new Generator(1, CPU);
        var way = randn(x.shape, generator: generator) * 0.01;
        var (low, high) = (0.0, 1.0);
        var (atLow, atHigh) = (GradientAt(low), GradientAt(high));
        while (high - low > 1e-5)
        {
            var middle = (low + high) / 2;
            var atMiddle = GradientAt(middle);
            if (Reference.AbsoluteError(atLow, atMiddle) > Reference.AbsoluteError(atMiddle, atHigh)) (high, atHigh) = (middle, atMiddle);
            else (low, atLow) = (middle, atMiddle);
        }
        return (x + low * way, x + high * way);

        Tensor GradientAt(double share) => Results(file, x + share * way)[Gradient];
    }

    /// <summary>What the file says of the images, for other images.</summary>
    private static Dictionary<string, Tensor> Results(ReferenceTensors file, Tensor x)
    {
        using var backbone = BackboneFactory.Build(new BackboneSpec { Width = (int)file.Stored("state.conv1.weight").Shape[0] }, 0, CPU);
        ModuleState.Load(backbone, file.StoredUnder("state."), Name);
        backbone.train();
        var trained = backbone.forward(x);
        trained.pow(2).sum().backward();
        var results = new Dictionary<string, Tensor> { ["train.out"] = trained.detach() };
        foreach (var (name, parameter) in backbone.named_parameters())
            if (file.Names.Contains($"train.grad.{name}")) results[$"train.grad.{name}"] = parameter.grad!.clone();
        foreach (var (name, buffer) in backbone.named_buffers())
            if (file.Names.Contains($"after.{name}")) results[$"after.{name}"] = buffer.clone();
        backbone.eval();
        results["eval.out"] = backbone.forward(x).detach();
        return results;
    }
}
