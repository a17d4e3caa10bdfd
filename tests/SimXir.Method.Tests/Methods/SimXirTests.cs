using SimXir.Experiments;
using static TorchSharp.torch;

namespace SimXir.Method.Tests;

public sealed class SimXirTests
{
    [Fact]
    public void Loss_ReferenceVectors_EqualsPython()
    {
        using var scope = NewDisposeScope();
        var reference = new Reference("losses");
        var (z1, z2) = (reference.Leaf("z1"), reference.Leaf("z2"));
        var loss = SimXir.Loss(z1, z2);
        loss.backward();
        Assert.InRange(Reference.RelativeError(reference["simxir"], loss.reshape(1)), 0, 1e-6);
        Assert.InRange(Reference.AbsoluteError(reference["simxir.grad.z1"], z1.grad!), 0, 1e-5);
        Assert.Null(z2.grad);
    }

    [Fact]
    public void SphericalLoss_ReferenceVectors_EqualsPython()
    {
        using var scope = NewDisposeScope();
        var reference = new Reference("losses");
        var (z1, z2) = (reference.Leaf("z1"), reference.Leaf("z2"));
        var loss = SimXir.SphericalLoss(z1, z2);
        loss.backward();
        Assert.InRange(Reference.AbsoluteError(reference["simxir_spherical"], loss.reshape(1)), 0, 1e-5);
        Assert.InRange(Reference.AbsoluteError(reference["simxir_spherical.grad.z1"], z1.grad!), 0, 1e-5);
        Assert.Null(z2.grad);
        Assert.Equal(loss.item<float>(), SimXir.SphericalLoss(z1 * 3, z2 * 7).item<float>(), 1e-5f);
    }

    [Theory]
    [InlineData(Treatment.SimXir)]
    [InlineData(Treatment.Variant)]
    public void Forward_Spherical_StartsFromTheSameEncoderWithoutLengths(Treatment treatment)
    {
        using var scope = NewDisposeScope();
        var spec = new FinetuneSpec { Spherical = true, Target = TargetMode.Train };
        using LearningMethod method = treatment == Treatment.SimXir ? new SimXir(Encoder(1), Encoder(1), spec) : new Variant(Encoder(1), Encoder(1), spec);
        method.train();
        var x = Random(1, 4, 3, 32, 32);
        Assert.InRange(method.forward(x, x).item<float>(), 0, 1e-6);
        Assert.InRange(method.forward(x, Random(2, 4, 3, 32, 32)).item<float>(), 1e-6, 4);
    }

    [Fact]
    public void Loss_BothMovedByOneVector_IsTheSame()
    {
        using var scope = NewDisposeScope();
        var (z1, z2, shift) = (Random(1, 5, 8), Random(2, 5, 8), Random(3, 8));
        Assert.Equal(SimXir.Loss(z1, z2).item<float>(), SimXir.Loss(z1 + shift, z2 + shift).item<float>(), 1e-4f);
        Assert.Equal(0, SimXir.Loss(z1, z1).item<float>());
    }

    [Fact]
    public void Loss_TwoDimensionsOfOne_SumsDimensionsAndAveragesTheBatch()
    {
        using var scope = NewDisposeScope();
        Assert.Equal((2 + 8) / 2f, SimXir.Loss(tensor(new float[,] { { 1, 1 }, { 2, 2 } }), zeros(2, 2)).item<float>());
    }

    [Theory]
    [InlineData(Treatment.SimXir, false)]
    [InlineData(Treatment.Variant, true)]
    public void Forward_FrozenTarget_StaysAndTheOnlineEncoderMoves(Treatment treatment, bool seesSample)
    {
        using var scope = NewDisposeScope();
        var (online, target) = (Encoder(1), Encoder(1));
        using LearningMethod method = treatment == Treatment.SimXir ? new SimXir(online, target, new FinetuneSpec()) : new Variant(online, target, new FinetuneSpec());
        method.train();
        var before = ModuleState.Copy(target);
        method.forward(Random(1, 4, 3, 32, 32), Random(2, 4, 3, 32, 32)).backward();

        Assert.Equal(seesSample, method.FirstIsSample);
        Assert.False(target.training);
        Assert.True(online.training);
        Assert.All(target.parameters(), parameter => Assert.Null(parameter.grad));
        Assert.All(method.named_parameters(), pair => Assert.NotNull(pair.parameter.grad));
        Assert.All(ModuleState.Copy(target), pair => Assert.Equal(before[pair.Key].Data.ToArray(), pair.Value.Data.ToArray()));
        Assert.Equal(1, online.state_dict()["bn1.num_batches_tracked"].item<long>());
    }

    [Fact]
    public void StateDict_SimXir_HoldsTheOnlineEncoderAlone()
    {
        using var method = new SimXir(Encoder(1), Encoder(2), new FinetuneSpec());
        Assert.Equal(method.Encoder.state_dict().Keys.Select(name => LearningMethod.EncoderPrefix + name).Order(), method.state_dict().Keys.Order());
    }

    private static Backbone Encoder(int seed) => BackboneFactory.Build(new BackboneSpec { Width = 4 }, seed, CPU);

    private static Tensor Random(ulong seed, params long[] shape)
    {
        using var generator = new Generator(seed, CPU);
        return randn(shape, generator: generator);
    }
}
