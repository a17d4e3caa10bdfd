using System.Globalization;
using System.Runtime.InteropServices;
using SimXir.Experiments;
using SkiaSharp;

namespace SimXir.Method;

/// <summary>Decodes an image file to three planes of one size.</summary>
/// <remarks>The colours are the file's: as in torchvision's loader no colour profile is applied and transparency is dropped; a gray image
/// has three equal channels. The camera's orientation (EXIF) is undone, which torchvision leaves to its user. Of an animation the first
/// picture counts.</remarks>
internal static class ImageDecoder
{
    /// <summary>Decoded, 400 MB a thread; a larger picture is an attack or a fault.</summary>
    private const long MaxPixels = 100_000_000;

    /// <param name="content">Of the file.</param>
    /// <param name="spec">The size.</param>
    /// <param name="image">(3, Size, Size), written.</param>
    /// <returns>What is wrong with the file, as the rest of a sentence that begins with it; null where it was decoded.</returns>
    public static string? Decode(byte[] content, ImagesSpec spec, Span<byte> image)
    {
        using var data = new MemoryStream(content);
        using var codec = SKCodec.Create(data);
        if (codec is null) return "is no image that can be read (png, jpeg, webp or bmp)";
        var (width, height) = (codec.Info.Width, codec.Info.Height);
        if ((long)width * height > MaxPixels) return string.Create(CultureInfo.InvariantCulture, $"has {width} x {height} pixels, more than {MaxPixels}");

        using var bitmap = new SKBitmap();
        // No colour space: the decoder leaves the numbers as they are.
        if (!bitmap.TryAllocPixels(new SKImageInfo(width, height, SKColorType.Rgba8888, SKAlphaType.Unpremul))) return string.Create(CultureInfo.InvariantCulture, $"has {width} x {height} pixels, for which there is no memory");
        var result = codec.GetPixels(bitmap.Info, bitmap.GetPixels());
        if (result != SKCodecResult.Success) return $"is broken ({(result == SKCodecResult.IncompleteInput ? "it ends in the middle of the image" : result)})";

        var pixels = MemoryMarshal.Cast<byte, uint>(bitmap.GetPixelSpan());
        if (codec.EncodedOrigin == SKEncodedOrigin.TopLeft)
        {
            CentreCrop.Run(pixels, width, height, spec, image);
            return null;
        }
        var (upright, turned) = Orientation.Undo(pixels, width, height, codec.EncodedOrigin);
        CentreCrop.Run(upright, turned ? height : width, turned ? width : height, spec, image);
        return null;
    }
}
