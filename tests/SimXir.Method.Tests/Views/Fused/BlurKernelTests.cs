namespace SimXir.Method.Tests;

public sealed class BlurKernelTests
{
    /// <summary>exp(-1 / 2 sigma^2) / (1 + 2 exp(-1 / 2 sigma^2)).</summary>
    [Theory]
    [InlineData(0, 0)]
    [InlineData(0.1, 1.9287527e-22)]
    [InlineData(1, 0.27406862)]
    [InlineData(2, 0.31916777)]
    [InlineData(100, 0.33332778)]
    public void EdgeWeight_OfADeviation_IsTheGaussians(float sigma, double expected) =>
        Assert.Equal(expected, BlurKernel.EdgeWeight(sigma), expected * 1e-6);

    [Fact]
    public void Blur_OfTheMirrorImage_IsTheMirrorImageOfTheBlur()
    {
        var (image, mirrored) = (Image(), Image());
        Mirror(mirrored);
        BlurKernel.Blur(image, 0.7f);
        BlurKernel.Blur(mirrored, 0.7f);
        Mirror(mirrored);
        Assert.Equal(image, mirrored);
    }

    [Fact]
    public void Blur_OneBrightPixel_SpreadsOverItsNeighboursAlone()
    {
        var image = new float[ImageSet.ImageSize];
        image[(10 * 32) + 10] = 1;
        BlurKernel.Blur(image, 1);
        float[] axis = [0.27406862f, 0.45186276f, 0.27406862f];
        for (var i = 0; i < image.Length; i++)
        {
            var (row, column) = ((i / 32) - 9, (i % 32) - 9);
            var expected = row is >= 0 and < 3 && column is >= 0 and < 3 ? axis[row] * axis[column] : 0;
            Assert.Equal(expected, image[i], 1e-7);
        }
    }

    private static float[] Image()
    {
        var image = new float[ImageSet.ImageSize];
        PixelKernels.ToUnit(RandomImages.Of(1).PixelsOf(0), image);
        return image;
    }

    private static void Mirror(float[] image)
    {
        for (var row = 0; row < image.Length; row += ImageSet.Width) image.AsSpan(row, ImageSet.Width).Reverse();
    }
}
