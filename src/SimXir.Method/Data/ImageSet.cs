using System.Globalization;

namespace SimXir.Method;

/// <summary>One split of a dataset in memory: square colour images, 8 bits a channel, and their labels.</summary>
public sealed class ImageSet
{
    /// <summary>The size of the images of the paper's small datasets.</summary>
    public const int Height = 32;

    /// <inheritdoc cref="Height"/>
    public const int Width = 32;

    public const int Channels = 3;

    /// <summary>Bytes of one image of 32x32 pixels, and values of one view of it.</summary>
    public const int ImageSize = Channels * Height * Width;

    private readonly ImagePixels _pixels;

    /// <param name="pixels">(N, 3, S, S) uint8, red, green and blue planes of each image; kept, not copied.</param>
    /// <param name="labels">(N), 0 to classes - 1; kept, not copied.</param>
    /// <param name="classes">The number of classes that the dataset has, whether or not each occurs.</param>
    /// <param name="side">S, a multiple of 8.</param>
    public ImageSet(byte[] pixels, int[] labels, int classes, int side = Width)
        : this(new ImagePixels(pixels, SizeOf(side)), labels, classes, side)
    {
    }

    /// <inheritdoc cref="ImageSet(byte[], int[], int, int)"/>
    internal ImageSet(ImagePixels pixels, int[] labels, int classes, int side)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(classes);
        (_pixels, Labels, Classes, Side, ImageBytes) = (pixels, labels, classes, side, SizeOf(side));
        if (pixels.LengthBytes != (long)labels.Length * ImageBytes)
            throw new ArgumentException(OtherSize(pixels.LengthBytes, labels.Length, side), nameof(pixels));
        var wrong = Array.FindIndex(labels, label => (uint)label >= (uint)classes);
        if (wrong >= 0) throw new ArgumentException($"label {labels[wrong]} of image {wrong} is not in 0 to {classes - 1}", nameof(labels));
    }

    public int Count => Labels.Length;

    public int Classes { get; }

    /// <summary>S: pixels along either side of each image.</summary>
    public int Side { get; }

    /// <summary>3 S S: bytes of one image, and values of one view.</summary>
    public int ImageBytes { get; }

    /// <summary>(N, 3, S, S) uint8, of a set that fits into one array.</summary>
    public byte[] Pixels => _pixels.Whole ?? throw new InvalidOperationException($"{Count} images of {ImageBytes} bytes lie in several arrays: ask for one image at a time");

    /// <summary>(N), 0 to Classes - 1.</summary>
    public int[] Labels { get; }

    /// <summary>(3, S, S) uint8: the pixels of one image.</summary>
    public ReadOnlySpan<byte> PixelsOf(int index) => _pixels[index];

    /// <summary>Throws where a number names no image.</summary>
    internal void CheckNumbers(ReadOnlySpan<int> indices)
    {
        foreach (var index in indices)
            if ((uint)index >= (uint)Count)
                throw new ArgumentOutOfRangeException(nameof(indices), index, $"there are {Count} images, counted from 0");
    }

    /// <summary>A new set of the named images, in the order named.</summary>
    public ImageSet Take(ReadOnlySpan<int> indices)
    {
        var pixels = new ImagePixels(indices.Length, ImageBytes);
        var labels = new int[indices.Length];
        for (var i = 0; i < indices.Length; i++)
        {
            PixelsOf(indices[i]).CopyTo(pixels[i]);
            labels[i] = Labels[indices[i]];
        }

        return new ImageSet(pixels, labels, Classes, Side);
    }

    private static int SizeOf(int side) => side is >= 8 and <= 512 && side % 8 == 0
        ? Channels * side * side
        : throw new ArgumentOutOfRangeException(nameof(side), side, "the side of images is a multiple of 8, 8 to 512: vectors of pixels are 8 wide");

    private static string OtherSize(long bytes, int count, int side) => string.Create(
        CultureInfo.InvariantCulture,
        $"{count} images have {bytes} bytes of pixels, {(double)bytes / count:0.#} each; "
        + $"expected are {Channels} x {side} x {side} = {SizeOf(side)} each");
}
