using SimXir.Experiments;
using static TorchSharp.torch;

namespace SimXir.Method.Tests;

/// <summary>Batched tensor operations against the fused pass; on a GPU the same operations run.</summary>
public sealed class BatchedViewsTests
{
    private const double Tolerance = 1e-4;

    private static readonly ImageSet Images = RandomImages.Of(240);
    private static readonly int[] Samples = [.. Enumerable.Range(0, Images.Count).Reverse()];
    private static readonly ChannelStatistics Unit = new([0f, 0f, 0f], [1f, 1f, 1f]);
    private static readonly ViewKey Key = new(Seed: 5, Epoch: 2, View: 1, Round: 1);

    public static TheoryData<string, ViewSpec> Recipes => new()
    {
        { "SimSiam's", new ViewSpec() },
        { "with blur", new ViewSpec { BlurProbability = 0.5 } },
        { "crops and flips", new ViewSpec { CropScaleMin = 0.08, JitterProbability = 0, GrayscaleProbability = 0 } },
        { "extreme colours", new ViewSpec { JitterProbability = 1, Brightness = 3, Contrast = 3, Saturation = 3, Hue = 0.5 } },
        { "no hue", new ViewSpec { Hue = 0 } },
        { "tiny crops", new ViewSpec { CropScaleMin = 0.001, CropScaleMax = 0.01, BlurProbability = 1 } },
    };

    /// <summary>240 samples: some 8 of each order of the jitter.</summary>
    [Theory]
    [MemberData(nameof(Recipes))]
    public void Views_AnyRecipe_AreThoseOfTheFusedPass(string name, ViewSpec spec)
    {
        using var scope = NewDisposeScope();
        var renderer = new ViewRenderer(spec, Unit);
        using var fused = new FusedViews(renderer, Images, threads: 1);
        using var batched = new BatchedViews(renderer, Images, CPU);
        var (expected, actual) = (fused.Views(Samples, Key), batched.Views(Samples, Key));
        var worst = (actual - expected).abs().max().item<float>();
        TestContext.Current.TestOutputHelper?.WriteLine($"{name}: worst difference {worst:g3}");
        Assert.InRange(worst, 0, Tolerance);
        Assert.Equal(expected.stride(), actual.stride());
        Assert.True(expected.std().item<float>() > 0.01, "the views are not empty");
    }

    /// <summary>Also where the images do not fit into the device's memory, and each batch is copied there.</summary>
    [Theory]
    [InlineData(24, null)]
    [InlineData(72, null)]
    [InlineData(72, 1L)]
    public void Views_OfAnotherSize_AreThoseOfTheFusedPass(int side, long? memoryBytes)
    {
        using var scope = NewDisposeScope();
        var renderer = new ViewRenderer(new ViewSpec { BlurProbability = 0.5 }, Unit);
        var images = RandomImages.Of(110, side: side);
        int[] samples = [.. Enumerable.Range(0, images.Count).Reverse()];
        using var fused = new FusedViews(renderer, images, threads: 1);
        using var batched = new BatchedViews(renderer, images, CPU, memoryBytes);
        Assert.InRange((batched.Views(samples, Key) - fused.Views(samples, Key)).abs().max().item<float>(), 0, Tolerance);
        Assert.Equal(0, (batched.Images(samples) - fused.Images(samples)).abs().max().item<float>());
    }

    [Fact]
    public void Images_AnySamples_AreThoseOfTheFusedPass()
    {
        using var scope = NewDisposeScope();
        var renderer = new ViewRenderer(new ViewSpec(), ChannelStatistics.Of(Images));
        using var fused = new FusedViews(renderer, Images, threads: 1);
        using var batched = new BatchedViews(renderer, Images, CPU);
        var (expected, actual) = (fused.Images(Samples), batched.Images(Samples));
        Assert.Equal(0, (actual - expected).abs().max().item<float>());
        Assert.Equal(expected.stride(), actual.stride());
    }

    [Fact]
    public void Views_MoreThanAChunk_AreAllDrawn()
    {
        using var scope = NewDisposeScope();
        var renderer = new ViewRenderer(new ViewSpec { JitterProbability = 0 }, Unit);
        using var fused = new FusedViews(renderer, Images, threads: 1);
        using var batched = new BatchedViews(renderer, Images, CPU);
        int[] samples = [.. Enumerable.Range(0, 1100).Select(place => place * 7 % Images.Count)];
        Assert.InRange((batched.Views(samples, Key) - fused.Views(samples, Key)).abs().max().item<float>(), 0, Tolerance);
    }

    [Fact]
    public void Views_TheSameSampleElsewhere_IsTheSameView()
    {
        using var scope = NewDisposeScope();
        using var batched = new BatchedViews(new ViewRenderer(new ViewSpec(), Unit), Images, CPU);
        var (many, few) = (batched.Views(Samples, Key), batched.Views([17, 3], Key));
        Assert.True((many[Samples.Length - 1 - 17] == few[0]).all().item<bool>());
        Assert.True((many[Samples.Length - 1 - 3] == few[1]).all().item<bool>());
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(240)]
    public void Views_SampleOutOfRange_Throws(int sample)
    {
        using var batched = new BatchedViews(new ViewRenderer(new ViewSpec(), Unit), Images, CPU);
        Assert.Throws<ArgumentOutOfRangeException>(() => batched.Views([0, sample], Key));
        Assert.Throws<ArgumentOutOfRangeException>(() => batched.Images([sample]));
    }
}
