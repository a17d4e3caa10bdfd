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
    public void Weigh_ADeviation_IsTheGaussian(float sigma, double expected)
    {
        var weights = new float[2];
        BlurKernel.Weigh(sigma, weights);
        Assert.Equal(expected, weights[1], expected * 1e-6);
        Assert.Equal(1 - (2 * expected), weights[0], 1e-6);
    }

    /// <summary>torchvision.transforms.functional.gaussian_blur(one, 23, 2.0)[112, 112:124], where one is 1 at (112, 112) of 224 x 224 and 0 elsewhere.</summary>
    [Fact]
    public void Blur_OneBrightPixelAt224_SpreadsAsTorchvisionsOf23Pixels()
    {
        var image = new float[3 * 224 * 224];
        image[(112 * 224) + 112] = 1;
        BlurKernel.Blur(image, 2);
        float[] right = [0.0397887379f, 0.0351134352f, 0.0241330899f, 0.0129175121f, 0.00538482005f, 0.00174819515f, 0.000442012941f, 8.70375079e-05f, 1.33476342e-05f, 1.59414765e-06f, 1.48278815e-07f, 1.07412816e-08f];
        for (var distance = 0; distance < right.Length; distance++) Assert.Equal(right[distance], image[(112 * 224) + 112 + distance], 1e-7);
        Assert.Equal(1, image.Sum(), 1e-5);
    }

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
