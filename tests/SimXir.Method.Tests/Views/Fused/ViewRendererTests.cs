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
    private static readonly int[] AllSamples = [.. Enumerable.Range(0, Images.Count)];

    [Fact]
    public void RenderViews_WholeRecipe_AgreesWithPlainImplementation()
    {
        var spec = new ViewSpec { BlurProbability = 0.5 };
        var views = Views(new ViewRenderer(spec, Identity), AllSamples, Key);
        foreach (var sample in AllSamples)
        {
            var expected = PlainViews.Apply(ViewDraw.Of(spec, Key, sample, ImageSet.Width), Images.PixelsOf(sample));
            var view = Planar(views.AsSpan(sample * ImageSet.ImageSize, ImageSet.ImageSize));
            for (var i = 0; i < view.Length; i++) Assert.Equal(expected[i], view[i], 5e-6);
        }
    }

    [Theory]
    [InlineData(16)]
    [InlineData(40)]
    [InlineData(224)]
    public void RenderViews_OfAnotherSize_AgreesWithPlainImplementation(int side)
    {
        var spec = new ViewSpec { BlurProbability = 0.5 };
        var images = RandomImages.Of(side > 100 ? 2 : 20, side: side);
        int[] samples = [.. Enumerable.Range(0, images.Count)];
        var views = new float[samples.Length * images.ImageBytes];
        new ViewRenderer(spec, Identity).RenderViews(images, samples, Key, views);
        foreach (var sample in samples)
        {
            var expected = PlainViews.Apply(ViewDraw.Of(spec, Key, sample, side), images.PixelsOf(sample));
            var view = views.AsSpan(sample * images.ImageBytes, images.ImageBytes);
            var worst = 0.0;
            for (var i = 0; i < view.Length; i++) worst = Math.Max(worst, Math.Abs(expected[i % 3 * side * side + i / 3] - view[i]));
            Assert.InRange(worst, 0, 1e-5);
        }
    }

    /// <summary>Every machine, whatever its vector unit, and every version with the same <c>Engine.Version</c> draws these
    /// values.</summary>
    [Theory]
    [InlineData(0.0, "47a7113b6c6585e3")]
    [InlineData(0.5, "4558438599a311e4")]
    public void RenderViews_FixedKey_IsTheSameEverywhere(double blur, string hash)
    {
        var renderer = new ViewRenderer(new ViewSpec { BlurProbability = blur }, Statistics);
        var views = Views(renderer, [.. Enumerable.Range(0, 64)], Key).Chunk(ImageSet.ImageSize).SelectMany(view => Planar(view)).ToArray();
        Assert.Equal(hash, Convert.ToHexStringLower(SHA256.HashData(MemoryMarshal.AsBytes<float>(views)))[..16]);
    }

    [Fact]
    public void RenderViews_WithBlur_IsTheBlurOfTheSameView()
    {
        var sharp = Views(new ViewRenderer(new ViewSpec(), Identity), AllSamples, Key);
        var blurred = Views(new ViewRenderer(new ViewSpec { BlurProbability = 1 }, Identity), AllSamples, Key);
        foreach (var sample in AllSamples)
        {
            var expected = Planar(sharp.AsSpan(sample * ImageSet.ImageSize, ImageSet.ImageSize));
            BlurKernel.Blur(expected, ViewDraw.Of(new ViewSpec { BlurProbability = 1 }, Key, sample, ImageSet.Width).BlurSigma);
            Assert.Equal(expected, Planar(blurred.AsSpan(sample * ImageSet.ImageSize, ImageSet.ImageSize)));
        }
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(8)]
    public void RenderViews_AnyNumberOfThreads_GivesTheSameBytes(int threads)
    {
        var renderer = new ViewRenderer(new ViewSpec { BlurProbability = 0.5 }, Statistics);
        Assert.Equal(Views(renderer, AllSamples, Key), Views(renderer, AllSamples, Key, threads));
    }

    [Fact]
    public void RenderViews_AnyBatchAndOrder_GivesTheSameView()
    {
        int[] samples = [5, 17, 99, 17];
        var batch = Views(Renderer, samples, Key);
        for (var i = 0; i < samples.Length; i++)
            Assert.Equal(Views(Renderer, [samples[i]], Key), batch.AsSpan(i * ImageSet.ImageSize, ImageSet.ImageSize).ToArray());
    }

    [Fact]
    public void RenderViews_AnyOtherKey_GivesAnotherView()
    {
        ViewKey[] keys = [Key, Key with { Seed = 4 }, Key with { Epoch = 2 }, Key with { View = 1 }, Key with { Round = 1 }];
        var hashes = keys.Select(key => Convert.ToHexString(SHA256.HashData(MemoryMarshal.AsBytes<float>(Views(Renderer, [7], key)))));
        Assert.Equal(keys.Length, hashes.Distinct().Count());
    }

    [Fact]
    public void RenderViews_EverythingSwitchedOff_IsThePlainImage()
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
            .Where(sample => ViewDraw.Of(off, Key, sample, ImageSet.Width).Box == new CropBox(0, 0, 32, 32)).ToArray();
        Assert.NotEmpty(wholeImages);
        var plain = new float[wholeImages.Length * ImageSet.ImageSize];
        Renderer.RenderImages(Images, wholeImages, plain);
        Assert.Equal(plain, Views(new ViewRenderer(off, Statistics), wholeImages, Key));
    }

    [Fact]
    public void RenderImages_AnyImage_IsNormalisedPixelsWithTheirChannelsTogether()
    {
        var images = new float[2 * ImageSet.ImageSize];
        Renderer.RenderImages(Images, [3, 42], images);
        for (var i = 0; i < ImageSet.ImageSize; i++)
        {
            var (pixel, channel) = (i / 3, i % 3);
            var expected = ((Images.PixelsOf(42)[(channel * 1024) + pixel] / 255.0) - Statistics.Mean[channel]) / Statistics.Std[channel];
            Assert.Equal(expected, images[ImageSet.ImageSize + i], 2e-6);
        }
    }

    [Fact]
    public void RenderViews_ExtremePixels_StaysInUnitInterval()
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
            renderer.RenderViews(images, [0, 1, 2, 3], Key with { Epoch = epoch }, views);
            Assert.All(views, value => Assert.True(value is >= 0 and <= 1, $"{value}"));
        }
    }

    [Fact]
    public void RenderViews_OneThread_AllocatesNothing()
    {
        var views = new float[AllSamples.Length * ImageSet.ImageSize];
        for (var epoch = 0; epoch < 3; epoch++) Renderer.RenderViews(Images, AllSamples, Key with { Epoch = epoch }, views);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var epoch = 0; epoch < 5; epoch++) Renderer.RenderViews(Images, AllSamples, Key with { Epoch = epoch }, views);
        Renderer.RenderImages(Images, AllSamples, views);
        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(100)]
    public void RenderViews_SampleOutOfRange_Throws(int sample) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Views(Renderer, [sample], Key));

    [Fact]
    public void RenderViews_DestinationOfAnotherSize_Throws()
    {
        var fault = Assert.Throws<ArgumentException>(() => Renderer.RenderViews(Images, [1, 2], Key, new float[ImageSet.ImageSize]));
        Assert.StartsWith("3072 values cannot hold 2 images of 3072", fault.Message, StringComparison.Ordinal);
    }

    private static float[] Views(ViewRenderer renderer, int[] samples, ViewKey key, int threads = 1)
    {
        var views = new float[samples.Length * ImageSet.ImageSize];
        renderer.RenderViews(Images, samples, key, views, threads);
        return views;
    }

    /// <summary>(32, 32, 3) to (3, 32, 32).</summary>
    private static float[] Planar(ReadOnlySpan<float> view)
    {
        var planar = new float[view.Length];
        for (var i = 0; i < view.Length; i++) planar[(i % 3 * 1024) + (i / 3)] = view[i];
        return planar;
    }
}
