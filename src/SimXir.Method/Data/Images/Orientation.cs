using SkiaSharp;

namespace SimXir.Method;

/// <summary>The eight ways in which a camera may have stored an image (EXIF's tag 0x0112).</summary>
internal static class Orientation
{
    /// <param name="pixels">(H, W) as stored.</param>
    /// <param name="width">W.</param>
    /// <param name="height">H.</param>
    /// <param name="origin">Where the first stored pixel belongs.</param>
    /// <returns>The upright image, and whether width and height changed places.</returns>
    public static (uint[] Pixels, bool Turned) Undo(ReadOnlySpan<uint> pixels, int width, int height, SKEncodedOrigin origin)
    {
        var turned = origin is SKEncodedOrigin.LeftTop or SKEncodedOrigin.RightTop or SKEncodedOrigin.RightBottom or SKEncodedOrigin.LeftBottom;
        var (columns, rows) = turned ? (height, width) : (width, height);
        var upright = new uint[pixels.Length];
        for (var y = 0; y < rows; y++)
        {
            for (var x = 0; x < columns; x++)
            {
                var (column, row) = origin switch
                {
                    SKEncodedOrigin.TopRight => (width - 1 - x, y),
                    SKEncodedOrigin.BottomRight => (width - 1 - x, height - 1 - y),
                    SKEncodedOrigin.BottomLeft => (x, height - 1 - y),
                    SKEncodedOrigin.LeftTop => (y, x),
                    SKEncodedOrigin.RightTop => (y, height - 1 - x),
                    SKEncodedOrigin.RightBottom => (width - 1 - y, height - 1 - x),
                    SKEncodedOrigin.LeftBottom => (width - 1 - y, x),
                    _ => (x, y),
                };
                upright[(y * columns) + x] = pixels[(row * width) + column];
            }
        }
        return (upright, turned);
    }
}
