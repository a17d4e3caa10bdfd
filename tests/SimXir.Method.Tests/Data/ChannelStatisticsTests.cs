namespace SimXir.Method.Tests;

public sealed class ChannelStatisticsTests
{
    [Fact]
    public void Of_RandomImages_AgreesWithTheDefinition()
    {
        var images = RandomImages.Of(20);
        var statistics = ChannelStatistics.Of(images);
        for (var channel = 0; channel < 3; channel++)
        {
            var values = Enumerable.Range(0, images.Count)
                .SelectMany(image => images.PixelsOf(image).Slice(channel * 1024, 1024).ToArray())
                .Select(x => x / 255.0).ToArray();
            var mean = values.Average();
            Assert.Equal(mean, statistics.Mean[channel], 1e-7);
            Assert.Equal(Math.Sqrt(values.Average(x => (x - mean) * (x - mean))), statistics.Std[channel], 1e-7);
        }
    }

    [Fact]
    public void Of_ConstantChannel_HasDeviationOne()
    {
        var pixels = new byte[ImageSet.ImageSize];
        pixels.AsSpan(0, 1024).Fill(255);
        var statistics = ChannelStatistics.Of(new ImageSet(pixels, [0], 10));
        Assert.Equal([1f, 0f, 0f], statistics.Mean);
        Assert.Equal([1f, 1f, 1f], statistics.Std);
    }
}
