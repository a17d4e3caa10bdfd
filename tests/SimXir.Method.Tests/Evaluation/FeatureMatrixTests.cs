using SimXir.Experiments;
using static TorchSharp.torch;

namespace SimXir.Method.Tests;

public sealed class FeatureMatrixTests
{
    [Fact]
    public void Spread_OneDirection_IsNothing()
    {
        using var features = new FeatureMatrix(ones(10, 4) * arange(1, 11).reshape(10, 1), new int[10], 1);
        Assert.Equal(0, features.Spread(), 1e-6);
    }

    [Fact]
    public void Spread_AllDirections_IsOne()
    {
        using var generator = new Generator(1, CPU);
        using var features = new FeatureMatrix(randn([20000, 16], generator: generator), new int[20000], 1);
        Assert.Equal(1, features.Spread(), 0.01);
    }

    [Fact]
    public void IsFinite_OneInfinity_IsFalse()
    {
        using var fine = new FeatureMatrix(ones(2, 2), new int[2], 1);
        using var broken = new FeatureMatrix(tensor(new float[,] { { 1, float.PositiveInfinity } }), new int[1], 1);
        Assert.True(fine.IsFinite());
        Assert.False(broken.IsFinite());
    }

    [Fact]
    public void Extract_TrainingEncoder_UsesEvalModeAndPutsItBack()
    {
        using var encoder = BackboneFactory.Build(new BackboneSpec { Width = 4 }, 0, CPU);
        var images = RandomImages.Of(150);
        var renderer = new ViewRenderer(new ViewSpec(), ChannelStatistics.Of(images));
        encoder.train();
        var before = SafetensorsWriter.Write(TensorFile.Of(ModuleState.Copy(encoder)));
        using var all = FeatureExtractor.Extract(encoder, renderer, images, new Compute(Precision.Fp32, 2));
        using var one = FeatureExtractor.Extract(encoder, renderer, images.Take([140]), new Compute(Precision.Fp32, 1));
        Assert.True(encoder.training);
        Assert.Equal(before, SafetensorsWriter.Write(TensorFile.Of(ModuleState.Copy(encoder))));
        for (var i = 0; i < 32; i++) Assert.Equal(all[140][i], one[0][i], 1e-5f);
    }
}
