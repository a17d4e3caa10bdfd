using System.Globalization;

namespace SimXir.Method;

/// <summary>One split of a dataset in memory: colour images of 32x32 pixels, 8 bits a channel, and their labels.</summary>
public sealed class ImageSet
{
    public const int Height = 32;
    public const int Width = 32;
    public const int Channels = 3;

    /// <summary>Bytes of one image, and values of one view.</summary>
    public const int ImageSize = Channels * Height * Width;

    /// <param name="pixels">(N, 3, H, W) uint8, red, green and blue planes of each image; kept, not copied.</param>
    /// <param name="labels">(N), 0 to classes - 1; kept, not copied.</param>
    /// <param name="classes">The number of classes that the dataset has, whether or not each occurs.</param>
    public ImageSet(byte[] pixels, int[] labels, int classes)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(classes);
        if (pixels.LongLength != (long)labels.Length * ImageSize)
            throw new ArgumentException(OtherSize(pixels.LongLength, labels.Length), nameof(pixels));
        var wrong = Array.FindIndex(labels, label => (uint)label >= (uint)classes);
        if (wrong >= 0) throw new ArgumentException($"label {labels[wrong]} of image {wrong} is not in 0 to {classes - 1}", nameof(labels));
        (Pixels, Labels, Classes) = (pixels, labels, classes);
    }

    public int Count => Labels.Length;

    public int Classes { get; }

    /// <summary>(N, 3, H, W) uint8.</summary>
    public byte[] Pixels { get; }

    /// <summary>(N), 0 to Classes - 1.</summary>
    public int[] Labels { get; }

    /// <summary>(3, H, W) uint8: the pixels of one image.</summary>
    public ReadOnlySpan<byte> PixelsOf(int index) => Pixels.AsSpan(checked(index * ImageSize), ImageSize);

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
        var pixels = new byte[checked(indices.Length * ImageSize)];
        var labels = new int[indices.Length];
        for (var i = 0; i < indices.Length; i++)
        {
            PixelsOf(indices[i]).CopyTo(pixels.AsSpan(i * ImageSize));
            labels[i] = Labels[indices[i]];
        }

        return new ImageSet(pixels, labels, Classes);
    }

    private static string OtherSize(long bytes, int count) => string.Create(
        CultureInfo.InvariantCulture,
        $"{count} images have {bytes} bytes of pixels, {(double)bytes / count:0.#} each; "
        + $"expected are {Channels} x {Height} x {Width} = {ImageSize} each");
}
