namespace SimXir.Method;

/// <summary>Each operation of the views as the CPU's kernels do it, image by image.</summary>
internal static class FusedAugment
{
    private delegate void Kernel(Span<float> image, int index);

    public static void Run(AugmentVectors vectors, CheckList checks)
    {
        Check("crop.out", (image, index) => CropResize.Run(image.ToArray(), vectors.Boxes[index], flip: false, image));
        Check("hflip.out", (image, _) => CropResize.Run(image.ToArray(), AugmentVectors.Whole, flip: true, image));
        Check("brightness.out", By("brightness.factor", ColorKernels.Brightness));
        Check("contrast.out", By("contrast.factor", ColorKernels.Contrast));
        Check("saturation.out", By("saturation.factor", ColorKernels.Saturation));
        Check("hue.out", By("hue.factor", HueKernel.Hue));
        Check("grayscale.out", (image, _) => ColorKernels.Grayscale(image));
        Check("blur.out", By("blur.sigma", BlurKernel.Blur));

        Kernel By(string name, Action<Span<float>, float> kernel)
        {
            var numbers = vectors.Numbers(name);
            return (image, index) => kernel(image, numbers[index]);
        }

        void Check(string name, Kernel kernel)
        {
            var result = vectors.Images.clone();
            var pixels = TensorMemory.Floats(result);
            for (var index = 0; index < result.shape[0]; index++)
                kernel(pixels.Slice(index * ImageSet.ImageSize, ImageSet.ImageSize), index);
            vectors.Compare(name, "", result, checks);
        }
    }
}
