namespace SimXir.Method.Tests;

/// <summary>Each operation alone against torchvision's.</summary>
public sealed class KernelReferenceTests
{
    private const double Tolerance = 1e-5, HueTolerance = 1e-4;

    private delegate void Kernel(AugmentReference reference, int index, Span<float> image);

    [Fact]
    public void CropResize_ReferenceBoxes_AgreesWithTorchvision() => Compare("crop.out", Tolerance, (reference, index, image) =>
        CropResize.Run(reference.Image("images", index), reference.Box(index), flip: false, image));

    [Fact]
    public void CropResize_Flipped_IsTheMirroredCrop() => Compare("crop.out", Tolerance, (reference, index, image) =>
    {
        CropResize.Run(reference.Image("images", index), reference.Box(index), flip: true, image);
        for (var row = 0; row < image.Length; row += ImageSet.Width) image.Slice(row, ImageSet.Width).Reverse();
    });

    [Fact]
    public void CropResize_WholeImageFlipped_AgreesWithTorchvisionsFlip() => Compare("hflip.out", 0, (reference, index, image) =>
        CropResize.Run(reference.Image("images", index), new CropBox(0, 0, 32, 32), flip: true, image));

    [Fact]
    public void Brightness_ReferenceFactors_AgreesWithTorchvision() => Compare("brightness.out", Tolerance, (reference, index, image) =>
        ColorKernels.Brightness(image, reference.Singles("brightness.factor")[index]));

    [Fact]
    public void Contrast_ReferenceFactors_AgreesWithTorchvision() => Compare("contrast.out", Tolerance, (reference, index, image) =>
        ColorKernels.Contrast(image, reference.Singles("contrast.factor")[index]));

    [Fact]
    public void Saturation_ReferenceFactors_AgreesWithTorchvision() => Compare("saturation.out", Tolerance, (reference, index, image) =>
        ColorKernels.Saturation(image, reference.Singles("saturation.factor")[index]));

    [Fact]
    public void Hue_ReferenceFactors_AgreesWithTorchvision() => Compare("hue.out", HueTolerance, (reference, index, image) =>
        HueKernel.Hue(image, reference.Singles("hue.factor")[index]));

    [Fact]
    public void Grayscale_ReferenceImages_AgreesWithTorchvision() => Compare("grayscale.out", Tolerance, (reference, index, image) =>
        ColorKernels.Grayscale(image));

    [Fact]
    public void Blur_ReferenceDeviations_AgreesWithTorchvision() => Compare("blur.out", Tolerance, (reference, index, image) =>
        BlurKernel.Blur(image, reference.Singles("blur.sigma")[index]));

    private static void Compare(string expected, double tolerance, Kernel kernel)
    {
        var reference = new AugmentReference();
        var worst = 0.0;
        for (var index = 0; index < reference.Count; index++)
        {
            var image = reference.Image("images", index).ToArray();
            kernel(reference, index, image);
            var wanted = reference.Image(expected, index);
            for (var i = 0; i < image.Length; i++) worst = Math.Max(worst, Math.Abs(image[i] - wanted[i]));
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{expected}: worst difference {worst:g3}");
        Assert.InRange(worst, 0, tolerance);
    }
}
