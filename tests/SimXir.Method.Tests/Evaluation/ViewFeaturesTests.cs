using SimXir.Experiments;
using static TorchSharp.torch;

namespace SimXir.Method.Tests;

public sealed class ViewFeaturesTests
{
    private static readonly BackboneSpec Small = new() { Width = 8, MaxPool = true };
    private static readonly ImageSet Images = Random(10);

    [Fact]
    public void Of_FewerImagesThanThereAre_AreSpreadEvenly() => Assert.Equal([0, 3, 6], ViewSample.Of(Images, 3, views: 2, seed: 0).Images.Labels);

    [Fact]
    public void Pixels_OfAPoint_AreTheImageThenItsViews()
    {
        var sample = ViewSample.Of(Images, 3, views: 2, seed: 0);

        var points = ViewFeatures.Pixels(sample, new ViewSpec());

        Assert.Equal((9, ImageSet.ImageSize), (points.Length, points[0].Length));
        var root = Math.Sqrt(ImageSet.ImageSize);
        Assert.Equal(Images.PixelsOf(3).ToArray().Sum(value => value / 255.0), points[3].Sum() * root, 0.05);
        Assert.NotEqual(points[4], points[5]);
        Assert.Equal(points[4], ViewFeatures.Pixels(sample, new ViewSpec())[4]);
        Assert.NotEqual(points[4], ViewFeatures.Pixels(sample with { Seed = 1 }, new ViewSpec())[4]);
    }

    [Fact]
    public void Extract_OfAnEncoder_AreItsFeaturesOfImagesAndViews()
    {
        using var scope = NewDisposeScope();
        using var backbone = BackboneFactory.Build(Small, seed: 3, CPU);
        var weights = SafetensorsWriter.Write(TensorFile.Of(ModuleState.Copy(backbone)));
        var (spec, normalisation) = (new ViewSpec(), ChannelStatistics.Of(Images));
        var sample = ViewSample.Of(Images, 3, views: 2, seed: 0);

        var points = ViewFeatures.Extract(sample, Small, weights, spec, normalisation, threads: 1);

        using var images = FeatureExtractor.Extract(backbone, new ViewRenderer(spec, normalisation), sample.Images, new Compute(Precision.Fp32, 1));
        Assert.Equal((9, 64), (points.Length, points[0].Length));
        for (var i = 0; i < 64; i++) Assert.Equal(images[1][i], points[3][i], 1e-6);
        Assert.NotEqual(points[3], points[4]);
    }

    private static ImageSet Random(int count)
    {
        var pixels = new byte[count * ImageSet.ImageSize];
        new Random(5).NextBytes(pixels);
        return new ImageSet(pixels, [.. Enumerable.Range(0, count)], count);
    }
}
