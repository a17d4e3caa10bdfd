namespace SimXir.Method.Tests;

public sealed class ImagePixelsTests
{
    [Fact]
    public void Pixels_InSeveralArrays_AreEachWhereItWasPut()
    {
        var images = RandomImages.Of(7);
        var pixels = new ImagePixels(7, ImageSet.ImageSize, blockBytes: 2 * ImageSet.ImageSize);
        for (var image = 0; image < 7; image++) images.PixelsOf(image).CopyTo(pixels[image]);
        var set = new ImageSet(pixels, images.Labels, 10, ImageSet.Width);

        Assert.Null(pixels.Whole);
        Assert.Equal(7L * ImageSet.ImageSize, pixels.LengthBytes);
        for (var image = 0; image < 7; image++) Assert.True(images.PixelsOf(image).SequenceEqual(set.PixelsOf(image)));
        Assert.Equal(ChannelStatistics.Of(images).Mean, ChannelStatistics.Of(set).Mean);
        Assert.Equal("7 images of 3072 bytes lie in several arrays: ask for one image at a time", Assert.Throws<InvalidOperationException>(() => set.Pixels).Message);
    }

    [Theory]
    [InlineData(12)]
    [InlineData(520)]
    public void ImageSet_OfASideThatNoKernelKnows_IsRefused(int side) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new ImageSet(new byte[3 * side * side], [0], 1, side));
}
