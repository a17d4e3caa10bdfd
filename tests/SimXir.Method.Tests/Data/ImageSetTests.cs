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
    public void Constructor_PixelsOfAnotherCount_Throws() =>
        Assert.Throws<ArgumentException>(() => new ImageSet(new byte[3072], [0, 1], 10));

    [Fact]
    public void Constructor_LabelOutOfRange_Throws() => Assert.Throws<ArgumentException>(() => new ImageSet(new byte[3072], [10], 10));
}
