namespace SimXir.Method.Tests;

public sealed class ImageSetTests
{
    [Fact]
    public void Take_SomeIndices_HasThoseImagesInThatOrder()
    {
        var images = RandomImages.Of(10);
        var taken = images.Take([7, 0, 7]);
        Assert.Equal([images.Labels[7], images.Labels[0], images.Labels[7]], taken.Labels);
        Assert.Equal(images.PixelsOf(0).ToArray(), taken.PixelsOf(1).ToArray());
        Assert.Equal(images.PixelsOf(7).ToArray(), taken.PixelsOf(2).ToArray());
        Assert.Equal(images.Classes, taken.Classes);
    }

    [Fact]
    public void Constructor_ImagesOfAnotherSize_SaysBothSizes()
    {
        var fault = Assert.Throws<ArgumentException>(() => new ImageSet(new byte[2 * 3 * 64 * 64], [0, 1], 10));
        Assert.Equal(
            "2 images have 24576 bytes of pixels, 12288 each; expected are 3 x 32 x 32 = 3072 each (Parameter 'pixels')", fault.Message);
    }

    [Fact]
    public void Constructor_PixelsOfHalfAnImage_SaysWhatIsThere()
    {
        var fault = Assert.Throws<ArgumentException>(() => new ImageSet(new byte[1537], [0, 1], 10));
        Assert.Equal(
            "2 images have 1537 bytes of pixels, 768.5 each; expected are 3 x 32 x 32 = 3072 each (Parameter 'pixels')", fault.Message);
    }

    [Fact]
    public void Constructor_LabelOutOfRange_Throws() => Assert.Throws<ArgumentException>(() => new ImageSet(new byte[3072], [10], 10));
}
