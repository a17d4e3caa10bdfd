using System.Security.Cryptography;
using SimXir.Experiments;
using SkiaSharp;

namespace SimXir.Method.Tests;

public sealed class ImageDecoderTests
{
    private static readonly ImagesSpec Small = new() { Size = 16, Resize = 16 };

    /// <summary>SHA-256 (its beginning) of what Pillow 9.4 gives: <c>resize(…, BILINEAR)</c> to torchvision's sizes, then <c>crop</c> at its
    /// place.</summary>
    [Theory]
    [InlineData(37, 23, 16, 16, "b347b98310e05210")]
    [InlineData(300, 200, 32, 36, "dfc38b5c15eefc20")]
    [InlineData(20, 50, 64, 64, "2bc3cc0da2e731f7")]
    [InlineData(500, 375, 224, 256, "a31004d3f882cd36")]
    [InlineData(1000, 48, 32, 48, "f7fef9a709509eb9")]
    [InlineData(32, 32, 32, 32, "83241b2ca7174f96")]
    public void CentreCrop_AnyImage_IsPillowsToTheByte(int width, int height, int size, int resize, string expected)
    {
        var pixels = new uint[width * height];
        for (var i = 0; i < pixels.Length; i++)
        {
            var (x, y) = (i % width, i / width);
            uint Channel(int c) => (uint)((x * 7 + y * 13 + c * 71 + x * y) % 256);
            pixels[i] = Channel(0) | (Channel(1) << 8) | (Channel(2) << 16) | 0xFF000000;
        }
        var image = new byte[3 * size * size];

        CentreCrop.Run(pixels, width, height, new ImagesSpec { Size = size, Resize = resize }, image);

        Assert.Equal(expected, Convert.ToHexStringLower(SHA256.HashData(image))[..16]);
    }

    [Theory]
    [InlineData(1, "RGBW")]
    [InlineData(2, "GRWB")]
    [InlineData(3, "WBGR")]
    [InlineData(4, "BWRG")]
    [InlineData(5, "RBGW")]
    [InlineData(6, "BRWG")]
    [InlineData(7, "WGBR")]
    [InlineData(8, "GWRB")]
    public void Decode_OrientedJpeg_StandsUpright(byte orientation, string corners)
    {
        var image = Decode(Pictures.Oriented(Pictures.Corners(64, 64, SKEncodedImageFormat.Jpeg), orientation));

        Assert.Equal(corners, string.Concat(new[] { (2, 2), (13, 2), (2, 13), (13, 13) }.Select(at => ColourAt(image, at.Item1, at.Item2))));
    }

    [Theory]
    [InlineData(SKEncodedImageFormat.Png)]
    [InlineData(SKEncodedImageFormat.Jpeg)]
    [InlineData(SKEncodedImageFormat.Webp)]
    public void Decode_AnyFormat_GivesTheSamePicture(SKEncodedImageFormat format)
    {
        var image = Decode(Pictures.Corners(48, 64, format));

        Assert.Equal("RGBW", string.Concat(new[] { (2, 2), (13, 2), (2, 13), (13, 13) }.Select(at => ColourAt(image, at.Item1, at.Item2))));
    }

    [Fact]
    public void Decode_GrayBmpAndTransparent_HaveThreeChannelsOfTheirColours()
    {
        var gray = Decode(Pictures.Corners(16, 16, SKEncodedImageFormat.Png, SKColorType.Gray8));
        Assert.Equal(gray[..256], gray[256..512]);
        Assert.Equal(gray[..256], gray[512..]);
        Assert.Equal([(byte)10, (byte)20, (byte)30], Decode(Pictures.Bmp(20, 10, 20, 30)).Chunk(256).Select(plane => Assert.Single(plane.Distinct())));
        Assert.Equal([(byte)10, (byte)20, (byte)30], Decode(Pictures.Plain(20, 30, new SKColor(10, 20, 30, 100))).Chunk(256).Select(plane => Assert.Single(plane.Distinct())));
    }

    [Fact]
    public void Decode_BrokenFile_SaysWhatIsWrong()
    {
        var png = Pictures.Corners(200, 200, SKEncodedImageFormat.Jpeg);

        Assert.Equal("is no image that can be read (png, jpeg, webp or bmp)", ImageDecoder.Decode("text"u8.ToArray(), Small, new byte[768]));
        Assert.Equal("is no image that can be read (png, jpeg, webp or bmp)", ImageDecoder.Decode([], Small, new byte[768]));
        Assert.Equal("is broken (it ends in the middle of the image)", ImageDecoder.Decode(png[..(png.Length / 2)], Small, new byte[768]));
    }

    private static byte[] Decode(byte[] file)
    {
        var image = new byte[3 * 16 * 16];
        Assert.Null(ImageDecoder.Decode(file, Small, image));
        return image;
    }

    private static char ColourAt(byte[] image, int x, int y) => (image[16 * y + x] > 128, image[256 + 16 * y + x] > 128, image[512 + 16 * y + x] > 128) switch
    {
        (true, false, false) => 'R',
        (false, true, false) => 'G',
        (false, false, true) => 'B',
        (true, true, true) => 'W',
        _ => '?',
    };
}
