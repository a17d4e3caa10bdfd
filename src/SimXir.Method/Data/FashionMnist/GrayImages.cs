namespace SimXir.Method;

/// <summary>MNIST's gray images of 28x28 pixels as colour images of 32x32: two black pixels around, three equal channels.</summary>
internal static class GrayImages
{
    private const int Side = 28;
    private const int Margin = (ImageSet.Width - Side) / 2;
    private const int Plane = ImageSet.Height * ImageSet.Width;

    public static ImageSet Read(DataFile imageFile, DataFile labelFile, int classes)
    {
        var (shape, values) = IdxFile.Read(imageFile, rank: 3);
        if (shape is not [var count, Side, Side])
            throw imageFile.Fault($"holds images of {shape[1]} x {shape[2]} pixels; expected are {Side} x {Side}");
        var (labelShape, labelValues) = IdxFile.Read(labelFile, rank: 1);
        if (labelShape[0] != count) throw labelFile.Fault($"holds {labelShape[0]} labels, but '{imageFile.Path}' holds {count} images");

        var (pixels, labels) = ImageBuffer.For(count, imageFile);
        for (var image = 0; image < count; image++)
        {
            labels[image] = labelValues[image];
            if (labels[image] >= classes)
                throw labelFile.Fault($"has label {labels[image]} at image {image}; expected are 0 to {classes - 1}");
            Pad(values.AsSpan(image * Side * Side, Side * Side), pixels.AsSpan(image * ImageSet.ImageSize, ImageSet.ImageSize));
        }

        return new ImageSet(pixels, labels, classes);
    }

    private static void Pad(ReadOnlySpan<byte> gray, Span<byte> image)
    {
        for (var row = 0; row < Side; row++)
            gray.Slice(row * Side, Side).CopyTo(image[(((row + Margin) * ImageSet.Width) + Margin)..]);
        for (var channel = 1; channel < ImageSet.Channels; channel++) image[..Plane].CopyTo(image[(channel * Plane)..]);
    }
}
