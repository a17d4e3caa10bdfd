using System.Runtime.InteropServices;
using System.Security.Cryptography;
using SimXir.Experiments;

namespace SimXir.Method.Tests;

public sealed class ViewRendererTests
{
    private static readonly ImageSet Images = RandomImages.Of(100);
    private static readonly ChannelStatistics Statistics = new([0.5f, 0.4f, 0.3f], [0.25f, 0.2f, 0.5f]);
    private static readonly ChannelStatistics Identity = new([0f, 0f, 0f], [1f, 1f, 1f]);
    private static readonly ViewRenderer Renderer = new(new ViewSpec(), Statistics);
    private static readonly ViewKey Key = new(Seed: 3, Epoch: 1, View: 0);

    [Fact]
    public void Render_WholeRecipe_AgreesWithPlainImplementation()
    {
        var renderer = new ViewRenderer(new ViewSpec(), Identity);
        var view = new float[ImageSet.ImageSize];
        for (var sample = 0; sample < Images.Count; sample++)
        {
            renderer.Render(Images, [sample], Key, view);
            var expected = PlainViews.Apply(ViewDraw.Of(new ViewSpec(), Key, sample), Images.PixelsOf(sample));
            for (var i = 0; i < view.Length; i++) Assert.Equal(expected[i], view[i], 5e-6);
        }
    }

    /// <summary>Every machine, whatever its vector unit, and every version with the same <c>Engine.Version</c> draws these
    /// bytes.</summary>
    [Fact]
    public void Render_FixedKey_IsTheSameEverywhere() => Assert.Equal(
        "47a7113b6c6585e3",
        Convert.ToHexStringLower(SHA256.HashData(MemoryMarshal.AsBytes<float>(Views(Renderer, [.. Enumerable.Range(0, 64)], Key))))[..16]);

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(8)]
    public void Render_AnyNumberOfThreads_GivesTheSameBytes(int threads)
    {
        int[] samples = [.. Enumerable.Range(0, Images.Count)];
        Assert.Equal(Views(Renderer, samples, Key), Views(Renderer, samples, Key, threads));
    }

    [Fact]
    public void Render_AnyBatchAndOrder_GivesTheSameView()
    {
        int[] samples = [5, 17, 99, 17];
        var batch = Views(Renderer, samples, Key);
        for (var i = 0; i < samples.Length; i++)
            Assert.Equal(Views(Renderer, [samples[i]], Key), batch.AsSpan(i * ImageSet.ImageSize, ImageSet.ImageSize).ToArray());
    }

    [Fact]
    public void Render_AnyOtherKey_GivesAnotherView()
    {
        ViewKey[] keys = [Key, Key with { Seed = 4 }, Key with { Epoch = 2 }, Key with { View = 1 }, Key with { Round = 1 }];
        var hashes = keys.Select(key => Convert.ToHexString(SHA256.HashData(MemoryMarshal.AsBytes<float>(Views(Renderer, [7], key)))));
        Assert.Equal(keys.Length, hashes.Distinct().Count());
    }

    [Fact]
    public void Render_EverythingSwitchedOff_IsThePlainImage()
    {
        var off = new ViewSpec
        {
            CropScaleMin = 1,
            Brightness = 0,
            Contrast = 0,
            Saturation = 0,
            Hue = 0,
            JitterProbability = 1,
            GrayscaleProbability = 0,
            FlipProbability = 0,
        };
        var wholeImages = Enumerable.Range(0, Images.Count)
            .Where(sample => ViewDraw.Of(off, Key, sample).Box == new CropBox(0, 0, 32, 32)).ToArray();
        Assert.NotEmpty(wholeImages);
        var plain = new float[wholeImages.Length * ImageSet.ImageSize];
        Renderer.RenderPlain(Images, wholeImages, plain);
        Assert.Equal(plain, Views(new ViewRenderer(off, Statistics), wholeImages, Key));
    }

    [Fact]
    public void RenderPlain_AnyImage_IsNormalisedPixels()
    {
        var plain = new float[2 * ImageSet.ImageSize];
        Renderer.RenderPlain(Images, [3, 42], plain);
        for (var i = 0; i < ImageSet.ImageSize; i++)
        {
            var channel = i / 1024;
            var expected = ((Images.PixelsOf(42)[i] / 255.0) - Statistics.Mean[channel]) / Statistics.Std[channel];
            Assert.Equal(expected, plain[ImageSet.ImageSize + i], 2e-6);
        }
    }

    [Fact]
    public void Render_ExtremePixels_StaysInUnitInterval()
    {
        var pixels = new byte[4 * ImageSet.ImageSize];
        pixels.AsSpan(ImageSet.ImageSize, ImageSet.ImageSize).Fill(255);
        for (var i = 2 * ImageSet.ImageSize; i < pixels.Length; i++) pixels[i] = (byte)(i % 3 == 0 ? 255 : i % 7 == 0 ? 1 : 0);
        var images = new ImageSet(pixels, new int[4], 10);
        var strong = new ViewSpec { Brightness = 5, Contrast = 5, Saturation = 5, Hue = 0.5, JitterProbability = 1 };
        var renderer = new ViewRenderer(strong, Identity);
        var views = new float[4 * ImageSet.ImageSize];
        for (var epoch = 0; epoch < 200; epoch++)
        {
            renderer.Render(images, [0, 1, 2, 3], Key with { Epoch = epoch }, views);
            Assert.All(views, value => Assert.True(value is >= 0 and <= 1, $"{value}"));
        }
    }

    [Fact]
    public void Render_OneThread_AllocatesNothing()
    {
        int[] samples = [.. Enumerable.Range(0, Images.Count)];
        var views = new float[samples.Length * ImageSet.ImageSize];
        for (var epoch = 0; epoch < 3; epoch++) Renderer.Render(Images, samples, Key with { Epoch = epoch }, views);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var epoch = 0; epoch < 5; epoch++) Renderer.Render(Images, samples, Key with { Epoch = epoch }, views);
        Renderer.RenderPlain(Images, samples, views);
        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(100)]
    public void Render_SampleOutOfRange_Throws(int sample) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Views(Renderer, [sample], Key));

    [Fact]
    public void Render_DestinationOfAnotherSize_Throws()
    {
        var fault = Assert.Throws<ArgumentException>(() => Renderer.Render(Images, [1, 2], Key, new float[ImageSet.ImageSize]));
        Assert.StartsWith("3072 values cannot hold 2 images of 3072", fault.Message, StringComparison.Ordinal);
    }

    private static float[] Views(ViewRenderer renderer, int[] samples, ViewKey key, int threads = 1)
    {
        var views = new float[samples.Length * ImageSet.ImageSize];
        renderer.Render(Images, samples, key, views, threads);
        return views;
    }
}
