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
            throw new ArgumentException($"{pixels.Length} pixel bytes do not make {labels.Length} images of {ImageSize}", nameof(pixels));
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
}
