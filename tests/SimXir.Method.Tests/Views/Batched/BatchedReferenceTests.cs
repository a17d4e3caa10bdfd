using static TorchSharp.torch;

namespace SimXir.Method.Tests;

/// <summary>Each batched operation alone against torchvision's.</summary>
public sealed class BatchedReferenceTests
{
    private const double Tolerance = 1e-5, HueTolerance = 1e-4;

    private delegate Tensor Operation(AugmentReference reference, Tensor x);

    [Fact]
    public void Crop_ReferenceBoxes_AgreesWithTorchvision() =>
        Compare("crop.out", Tolerance, (reference, x) => BatchedCrop.Run(x, Boxes(reference, flip: false)));

    [Fact]
    public void Crop_Flipped_IsTheMirroredCrop() =>
        Compare("crop.out", Tolerance, (reference, x) => BatchedCrop.Run(x, Boxes(reference, flip: true)).flip(3));

    [Fact]
    public void Blend_WithTheFactorAlone_AgreesWithTorchvisionsBrightness() => Compare("brightness.out", Tolerance, (reference, x) =>
        BatchedColors.Blend(x, Values(reference, "brightness.factor"), zeros(1), zeros(1)));

    [Fact]
    public void Blend_WithTheMean_AgreesWithTorchvisionsContrast() => Compare("contrast.out", Tolerance, (reference, x) =>
        BatchedColors.Blend(x, Values(reference, "contrast.factor"), 1 - Values(reference, "contrast.factor"), zeros(1)));

    [Fact]
    public void Blend_WithTheGrayImage_AgreesWithTorchvisionsSaturation() => Compare("saturation.out", Tolerance, (reference, x) =>
        BatchedColors.Blend(x, Values(reference, "saturation.factor"), zeros(1), 1 - Values(reference, "saturation.factor")));

    [Fact]
    public void Hue_ReferenceFactors_AgreesWithTorchvision() => Compare("hue.out", HueTolerance, (reference, x) =>
        BatchedColors.Hue(x, Values(reference, "hue.factor")));

    [Fact]
    public void Grayscale_ChosenImages_AgreesWithTorchvision() => Compare("grayscale.out", Tolerance, (_, x) =>
        BatchedColors.Grayscale(x, ones(x.shape[0], 1, 1, 1)));

    [Fact]
    public void Grayscale_OtherImages_LeavesThem() => Compare("images", 0, (_, x) =>
        BatchedColors.Grayscale(x, zeros(x.shape[0], 1, 1, 1)));

    [Fact]
    public void Blur_ReferenceDeviations_AgreesWithTorchvision() => Compare("blur.out", Tolerance, (reference, x) =>
    {
        var sigmas = reference.Singles("blur.sigma").ToArray();
        return BatchedBlur.Run(x, tensor(sigmas, [sigmas.Length, 1, 1, 1]));
    });

    private static void Compare(string expected, double tolerance, Operation operation)
    {
        using var scope = NewDisposeScope();
        var reference = new AugmentReference();
        var wanted = Images(reference, expected);
        var worst = (operation(reference, Images(reference, "images")) - wanted).abs().max().item<float>();
        Assert.InRange(worst, 0, tolerance);
    }

    private static Tensor Images(AugmentReference reference, string name) =>
        tensor(reference.Singles(name).ToArray(), [reference.Count, 3, 32, 32]);

    private static Tensor Values(AugmentReference reference, string name) =>
        tensor(reference.Singles(name).ToArray(), [reference.Count, 1, 1, 1]);

    private static BatchDraws Boxes(AugmentReference reference, bool flip)
    {
        var rows = zeros(reference.Count, (int)DrawColumn.Count);
        for (var index = 0; index < reference.Count; index++)
        {
            var box = reference.Box(index);
            foreach (var (column, value) in new[]
            {
                (DrawColumn.Top, box.Top), (DrawColumn.Height, box.Height), (DrawColumn.Left, box.Left), (DrawColumn.Width, box.Width),
                (DrawColumn.Flip, flip ? 1 : 0),
            }) rows[index, (int)column] = value;
        }

        return new BatchDraws(rows);
    }
}
