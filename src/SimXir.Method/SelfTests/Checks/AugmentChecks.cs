using static TorchSharp.torch;

namespace SimXir.Method;

/// <summary>Each operation of the views alone, as the CPU's kernels do it.</summary>
internal sealed class AugmentChecks : IReferenceChecks
{
    private static readonly Tolerance Tolerance = Tolerance.Of(1e-5);
    private static readonly Tolerance HueTolerance = Tolerance.Of(1e-4);

    private delegate void Kernel(Span<float> image, int index);

    public string File => "augment";

    public void Run(ReferenceFolder folder, CheckList checks)
    {
        using var scope = NewDisposeScope();
        var reference = folder.Tensors(File);
        var images = reference.Tensor("images");
        if (images.dtype != ScalarType.Float32 || images.shape is not [_, ImageSet.Channels, ImageSet.Height, ImageSet.Width])
            throw new ReferenceException($"{File}.safetensors has images of shape [{string.Join(", ", images.shape)}] and type {images.dtype}; "
                + $"wanted is (N, {ImageSet.Channels}, {ImageSet.Height}, {ImageSet.Width}) float32");

        var boxes = reference.Tensor("crop.boxes").data<long>().ToArray().Chunk(4)
            .Select(box => new CropBox((int)box[0], (int)box[1], (int)box[2], (int)box[3])).ToArray();
        Check("crop.out", Tolerance, (image, index) => CropResize.Run(image.ToArray(), boxes[index], flip: false, image));
        Check("hflip.out", Tolerance, (image, _) => CropResize.Run(image.ToArray(), new CropBox(0, 0, ImageSet.Height, ImageSet.Width), flip: true, image));
        Check("brightness.out", Tolerance, By("brightness.factor", ColorKernels.Brightness));
        Check("contrast.out", Tolerance, By("contrast.factor", ColorKernels.Contrast));
        Check("saturation.out", Tolerance, By("saturation.factor", ColorKernels.Saturation));
        Check("hue.out", HueTolerance, By("hue.factor", HueKernel.Hue));
        Check("grayscale.out", Tolerance, (image, _) => ColorKernels.Grayscale(image));

        Kernel By(string name, Action<Span<float>, float> kernel)
        {
            var factors = reference.Tensor(name).data<float>().ToArray();
            return (image, index) => kernel(image, factors[index]);
        }

        void Check(string name, Tolerance tolerance, Kernel kernel)
        {
            var result = images.clone();
            var pixels = TensorMemory.Floats(result);
            for (var index = 0; index < images.shape[0]; index++) kernel(pixels.Slice(index * ImageSet.ImageSize, ImageSet.ImageSize), index);
            checks.Compare(name, reference.Tensor(name), result, tolerance);
        }
    }
}
