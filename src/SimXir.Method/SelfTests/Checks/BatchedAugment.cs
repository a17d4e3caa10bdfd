using static TorchSharp.torch;

namespace SimXir.Method;

/// <summary>Each operation of the views as a GPU does it, by tensor operations on all images at once.</summary>
internal static class BatchedAugment
{
    private const string Suffix = ".batched";

    public static void Run(AugmentVectors vectors, Device device, CheckList checks)
    {
        var x = vectors.Images.to(device);
        var (brightness, contrast, saturation) = (Numbers("brightness.factor"), Numbers("contrast.factor"), Numbers("saturation.factor"));
        var none = zeros_like(brightness);
        Check("crop.out", BatchedCrop.Run(x, Crops(vectors.Boxes, flip: false, device)));
        Check("hflip.out", BatchedCrop.Run(x, Crops([.. vectors.Boxes.Select(_ => AugmentVectors.Whole)], flip: true, device)));
        Check("brightness.out", BatchedColors.Blend(x, brightness, none, none));
        Check("contrast.out", BatchedColors.Blend(x, contrast, 1 - contrast, none));
        Check("saturation.out", BatchedColors.Blend(x, saturation, none, 1 - saturation));
        Check("hue.out", BatchedColors.Hue(x, Numbers("hue.factor")));
        Check("grayscale.out", BatchedColors.Grayscale(x, ones_like(none)));
        Check("blur.out", BatchedBlur.Run(x, Numbers("blur.sigma")));

        Tensor Numbers(string name) => OneAnImage(vectors.Numbers(name), device);

        void Check(string name, Tensor result) => vectors.Compare(name, Suffix, result, checks);
    }

    /// <returns>(N, 1, 1, 1).</returns>
    private static Tensor OneAnImage(float[] numbers, Device device) => tensor(numbers, [numbers.Length, 1, 1, 1], device: device);

    private static BatchDraws Crops(CropBox[] boxes, bool flip, Device device)
    {
        const int Columns = (int)DrawColumn.Count;
        var rows = new float[boxes.Length * Columns];
        foreach (var (index, box) in boxes.Index())
        {
            var row = rows.AsSpan(index * Columns, Columns);
            (row[(int)DrawColumn.Top], row[(int)DrawColumn.Height]) = (box.Top, box.Height);
            (row[(int)DrawColumn.Left], row[(int)DrawColumn.Width]) = (box.Left, box.Width);
            row[(int)DrawColumn.Flip] = flip ? 1 : 0;
        }
        return new BatchDraws(tensor(rows, [boxes.Length, Columns], device: device));
    }
}
