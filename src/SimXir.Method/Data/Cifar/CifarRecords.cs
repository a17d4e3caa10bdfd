using System.Collections.Immutable;

namespace SimXir.Method;

/// <summary>CIFAR's binary layout: an image is one or two label bytes, the last of which counts, and 3072 pixel bytes (red, green and
/// blue plane).</summary>
internal static class CifarRecords
{
    public static ImageSet Read(ImmutableArray<DataFile> files, int labelBytes, int classes)
    {
        var recordBytes = labelBytes + ImageSet.ImageSize;
        var contents = new byte[files.Length][];
        for (var i = 0; i < files.Length; i++) contents[i] = ReadWhole(files[i], labelBytes, recordBytes);

        var (pixels, labels) = ImageBuffer.For(contents.Sum(content => content.LongLength / recordBytes), files[0]);
        var image = 0;
        for (var i = 0; i < files.Length; i++)
        {
            for (var at = 0; at < contents[i].Length; at += recordBytes, image++)
            {
                labels[image] = contents[i][at + labelBytes - 1];
                if (labels[image] >= classes)
                    throw files[i].Fault($"has label {labels[image]} at image {at / recordBytes}; expected are 0 to {classes - 1}");
                contents[i].AsSpan(at + labelBytes, ImageSet.ImageSize).CopyTo(pixels.AsSpan(image * ImageSet.ImageSize));
            }
        }

        return new ImageSet(pixels, labels, classes);
    }

    /// <summary>What the authors publish.</summary>
    public static OfficialFile Archive(string name, long bytes, string sha256, ImmutableArray<OfficialEntry> entries) =>
        new(new Uri($"https://www.cs.toronto.edu/~kriz/{name}"), bytes, sha256, entries);

    private static byte[] ReadWhole(DataFile file, int labelBytes, int recordBytes)
    {
        var content = file.ReadAll();
        if (content.Length == 0) throw file.Fault("is empty");
        return content.Length % recordBytes == 0
            ? content
            : throw file.Fault(
                $"has {content.Length} bytes, {content.Length % recordBytes} more than {content.Length / recordBytes} whole images; "
                + $"expected is a multiple of {recordBytes} ({labelBytes} of labels and {ImageSet.ImageSize} of pixels an image)");
    }
}
