using System.Buffers.Binary;
using System.Globalization;
using SkiaSharp;

namespace SimXir.Method.Tests;

/// <summary>Image files, and folders of them.</summary>
internal static class Pictures
{
    /// <summary>Four corners, so that any turn shows: red, green, blue, and white at the lower right.</summary>
    public static byte[] Corners(int width, int height, SKEncodedImageFormat format, SKColorType color = SKColorType.Rgba8888)
    {
        using var bitmap = new SKBitmap(new SKImageInfo(width, height, color, color == SKColorType.Gray8 ? SKAlphaType.Opaque : SKAlphaType.Unpremul));
        for (var y = 0; y < height; y++)
            for (var x = 0; x < width; x++)
                bitmap.SetPixel(x, y, (x < width / 2, y < height / 2) switch { (true, true) => SKColors.Red, (false, true) => SKColors.Lime, (true, false) => SKColors.Blue, _ => SKColors.White });
        using var data = bitmap.Encode(format, 100);
        return data.ToArray();
    }

    /// <summary>One colour, such as no other picture of a test has.</summary>
    public static byte[] Plain(int width, int height, SKColor color)
    {
        using var bitmap = new SKBitmap(new SKImageInfo(width, height, SKColorType.Rgba8888, SKAlphaType.Unpremul));
        bitmap.Erase(color);
        using var data = bitmap.Encode(SKEncodedImageFormat.Png, 100);
        return data.ToArray();
    }

    /// <summary>The JPEG with an EXIF segment that holds its orientation, 1 to 8, alone.</summary>
    public static byte[] Oriented(byte[] jpeg, byte orientation) =>
    [
        .. jpeg[..2], 0xFF, 0xE1, 0, 34, .. "Exif\0\0II*\0"u8, 8, 0, 0, 0, 1, 0, 0x12, 1, 3, 0, 1, 0, 0, 0, orientation, 0, 0, 0, 0, 0, 0, 0, .. jpeg[2..],
    ];

    /// <summary>A BMP of 24 bits, which Skia reads and does not write.</summary>
    public static byte[] Bmp(int side, byte red, byte green, byte blue)
    {
        var stride = (3 * side + 3) / 4 * 4;
        var file = new byte[54 + stride * side];
        "BM"u8.CopyTo(file);
        foreach (var (at, value) in new[] { (2, file.Length), (10, 54), (14, 40), (18, side), (22, side), (26, 1 | (24 << 16)) })
            BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(at), value);
        for (var y = 0; y < side; y++)
            for (var x = 0; x < side; x++) new byte[] { blue, green, red }.CopyTo(file, 54 + y * stride + 3 * x);
        return file;
    }

    /// <summary>Two classes, of 6 and 4 training images and of 2 test images each; each training image has a red of its own.</summary>
    public static void WriteFolder(TemporaryFolder folder, string name = "images-two", string test = "test")
    {
        for (var i = 0; i < 10; i++) folder.Write($"{name}/train/{(i < 6 ? "a" : "b")}/{i.ToString(CultureInfo.InvariantCulture)}.png", Plain(20 + i, 40, new SKColor((byte)(10 * i), 7, 9)));
        foreach (var label in new[] { "a", "b" })
            for (var i = 0; i < 2; i++) folder.Write($"{name}/{test}/{label}/{i}.PNG", Plain(33, 33, new SKColor(200, (byte)i, 0)));
        folder.Write($"{name}/train/a/Thumbs.db", [1]);
        folder.Write($"{name}/train/.hidden/x.png", [1]);
    }
}
