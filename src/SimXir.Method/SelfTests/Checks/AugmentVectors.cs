using static TorchSharp.torch;

namespace SimXir.Method;

/// <summary>Images, what is done to them, and what comes of it.</summary>
internal sealed class AugmentVectors
{
    private const string File = "augment";

    private static readonly Tolerance Tolerance = Tolerance.Of(1e-5);
    private static readonly Tolerance HueTolerance = Tolerance.Of(1e-4);

    private readonly ReferenceTensors _reference;

    public AugmentVectors(ReferenceFolder folder)
    {
        _reference = folder.Tensors(File);
        Images = _reference.Tensor("images");
        if (Images.dtype != ScalarType.Float32 || Images.shape is not [_, ImageSet.Channels, ImageSet.Height, ImageSet.Width])
            throw new ReferenceException(
                $"{File}.safetensors has images of shape [{string.Join(", ", Images.shape)}] and type {Images.dtype}; "
                + $"wanted is (N, {ImageSet.Channels}, {ImageSet.Height}, {ImageSet.Width}) float32");
        Boxes = [.. _reference.Tensor("crop.boxes").data<long>().ToArray().Chunk(4).Select(BoxOf)];
    }

    /// <summary>(N, 3, 32, 32) in [0, 1], on the CPU.</summary>
    public Tensor Images { get; }

    /// <summary>(N).</summary>
    public CropBox[] Boxes { get; }

    public static CropBox Whole => new(0, 0, ImageSet.Height, ImageSet.Width);

    /// <summary>(N), as many as there are images: such as hue.factor.</summary>
    public float[] Numbers(string name) => _reference.Tensor(name).data<float>().ToArray();

    /// <param name="name">Of the result, such as hue.out.</param>
    /// <param name="suffix">Tells apart who computed it.</param>
    /// <param name="found">(N, 3, 32, 32).</param>
    /// <param name="checks">Where the comparison goes.</param>
    public void Compare(string name, string suffix, Tensor found, CheckList checks) =>
        checks.Compare($"{name}{suffix}", _reference.Tensor(name), found, name == "hue.out" ? HueTolerance : Tolerance);

    /// <summary>The kernels trust their boxes.</summary>
    private static CropBox BoxOf(long[] box) =>
        box is [>= 0 and < ImageSet.Height, >= 0 and < ImageSet.Width, >= 1 and <= ImageSet.Height, >= 1 and <= ImageSet.Width]
        && box[0] + box[2] <= ImageSet.Height && box[1] + box[3] <= ImageSet.Width
            ? new CropBox((int)box[0], (int)box[1], (int)box[2], (int)box[3])
            : throw new ReferenceException(
                $"{File}.safetensors has the crop box [{string.Join(", ", box)}], which does not lie in {ImageSet.Height}x{ImageSet.Width} pixels");
}
