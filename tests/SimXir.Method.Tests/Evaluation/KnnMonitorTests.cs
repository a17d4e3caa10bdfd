using SimXir.Experiments;
using static TorchSharp.torch;

namespace SimXir.Method.Tests;

public sealed class KnnMonitorTests
{
    [Theory]
    [InlineData(50, 5)]
    [InlineData(3000, 3)]
    [InlineData(50000, 1)]
    public void EveryEpochs_AnyNumberOfImages_KeepsItUnderATwentieth(int images, int expected)
    {
        var set = new ImageSet(new byte[images * ImageSet.ImageSize], new int[images], 10);
        Assert.Equal(expected, KnnMonitor.For(set, Renderer(set), Precision.Fp32, 1)!.EveryEpochs);
    }

    [Fact]
    public void For_TooFewImages_IsNone()
    {
        var images = RandomImages.Of(49);
        Assert.Null(KnnMonitor.For(images, Renderer(images), Precision.Fp32, 1));
    }

    [Fact]
    public void Look_ImagesThatAreTheirLabels_IsRight()
    {
        // The label is the brightness, so that any encoder's features tell it.
        var labels = Enumerable.Range(0, 100).Select(i => i % 2).ToArray();
        var images = new ImageSet([.. labels.SelectMany(label => Enumerable.Repeat((byte)(label * 200), ImageSet.ImageSize))], labels, 2);
        using var encoder = BackboneFactory.Build(new BackboneSpec { Width = 4 }, 0, CPU);
        var seen = KnnMonitor.For(images, Renderer(images), Precision.Fp32, 1)!.Look(encoder);
        Assert.Equal(1, seen!.Value.Knn);
        Assert.True(seen.Value.Spread > 0);
    }

    private static ViewRenderer Renderer(ImageSet images) => new(new ViewSpec(), ChannelStatistics.Of(images));
}
