using SimXir.Experiments;
using static TorchSharp.torch;

namespace SimXir.Method.Tests;

public sealed class BaselinesTests
{
    [Fact]
    public void Judge_LabelsOfBrightness_ArePlainToPixels()
    {
        var data = new Dataset(DatasetId.Parse("cifar10"), new string('0', 64), Gray(40), Gray(10));
        var figures = Baselines.Judge(data, new BackboneSpec { Width = 4 }, seed: 0, [1, 5], threads: 1);
        Assert.Equal(1, figures.RawPixels.Euclidean[5]);
        Assert.Equal(1, figures.NormalisedPixels.Euclidean[5]);
        // Less their mean, dark and bright images point opposite ways.
        Assert.Equal(1, figures.NormalisedPixels.Cosine[5]);
    }

    [Fact]
    public void Judge_UntrainedEncoder_IsTheSeedsOwn()
    {
        var data = TestData();
        var spec = new BackboneSpec { Width = 4 };
        using var encoder = BackboneFactory.Build(spec, 3, CPU);
        var renderer = new ViewRenderer(new ViewSpec(), ChannelStatistics.Of(data.Train));
        using var bank = FeatureExtractor.Extract(encoder, renderer, data.Train, new Compute(Precision.Fp32, 1));
        using var queries = FeatureExtractor.Extract(encoder, renderer, data.Test, new Compute(Precision.Fp32, 1));
        var expected = KnnClassifier.Judge(bank, queries, [3], threads: 1);
        var actual = Baselines.Judge(data, spec, seed: 3, [3], threads: 1).UntrainedEncoder;
        Assert.Equal((expected.Cosine[3], expected.Euclidean[3]), (actual.Cosine[3], actual.Euclidean[3]));
    }

    private static Dataset TestData() => new(DatasetId.Parse("cifar10"), new string('0', 64), RandomImages.Of(60), RandomImages.Of(20, seed: 1));

    /// <summary>Flat images, dark ones of label 0 and bright ones of label 1 in turn.</summary>
    private static ImageSet Gray(int count)
    {
        var labels = Enumerable.Range(0, count).Select(image => image % 2).ToArray();
        return new ImageSet([.. labels.SelectMany((label, image) => Enumerable.Repeat((byte)(label == 0 ? 40 + image : 160 + image), ImageSet.ImageSize))], labels, 2);
    }
}
