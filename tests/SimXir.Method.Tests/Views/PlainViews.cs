namespace SimXir.Method.Tests;

/// <summary>The recipe once more, written pixel by pixel from torchvision's definitions in double precision, to hold the fused kernels
/// against.</summary>
internal sealed class PlainViews
{
    private readonly int _side, _plane;

    private PlainViews(int side) => (_side, _plane) = (side, side * side);

    public static double[] Apply(in ViewDraw draw, ReadOnlySpan<byte> pixels) => new PlainViews((int)Math.Sqrt(pixels.Length / 3)).Run(draw, pixels);

    private double[] Run(in ViewDraw draw, ReadOnlySpan<byte> pixels)
    {
        var image = Crop(draw.Box, pixels);
        for (var place = 0; draw.Jitter && place < JitterOrder.Steps; place++)
        {
            image = draw.Order[place] switch
            {
                JitterStep.Brightness => Blend(image, new double[image.Length], draw.Brightness),
                JitterStep.Contrast => Blend(image, [.. Enumerable.Repeat(Gray(image).Average(), image.Length)], draw.Contrast),
                JitterStep.Saturation => Blend(image, Gray(image), draw.Saturation),
                _ => Hue(image, draw.Hue),
            };
        }

        if (draw.Gray) image = Gray(image);
        if (draw.BlurSigma > 0) image = Blur(image, draw.BlurSigma);
        return draw.Flip ? [.. image.Chunk(_side).SelectMany(row => row.Reverse())] : image;
    }

    private double[] Crop(CropBox box, ReadOnlySpan<byte> pixels)
    {
        var result = new double[3 * _plane];
        for (var i = 0; i < result.Length; i++)
        {
            var (channel, y, x) = (i / _plane, i % _plane / _side, i % _side);
            var (top, bottom, down) = Neighbours(y, box.Height);
            var (left, right, across) = Neighbours(x, box.Width);
            var plane = pixels.Slice(channel * _plane, _plane);
            double At(ReadOnlySpan<byte> from, int row, int column) => from[((box.Top + row) * _side) + box.Left + column] / 255.0;
            result[i] = ((1 - down) * (((1 - across) * At(plane, top, left)) + (across * At(plane, top, right))))
                + (down * (((1 - across) * At(plane, bottom, left)) + (across * At(plane, bottom, right))));
        }

        return result;
    }

    private (int First, int Second, double Weight) Neighbours(int output, int length)
    {
        var position = Math.Max(0, ((output + 0.5) * length / _side) - 0.5);
        var first = (int)position;
        return (first, Math.Min(first + 1, length - 1), position - first);
    }

    private static double[] Blend(double[] image, double[] other, double factor) =>
        [.. image.Zip(other, (x, y) => Math.Clamp((factor * x) + ((1 - factor) * y), 0, 1))];

    private double[] Gray(double[] image)
    {
        double At(int i) => (0.2989 * image[i]) + (0.587 * image[i + _plane]) + (0.114 * image[i + (2 * _plane)]);
        var gray = Enumerable.Range(0, _plane).Select(At).ToArray();
        return [.. gray, .. gray, .. gray];
    }

    /// <summary>torchvision's gaussian_blur with a kernel of a tenth of the side, borders reflected without their pixel.</summary>
    private double[] Blur(double[] image, double sigma)
    {
        var radius = _side < 40 ? 1 : _side / 20;
        var width = (2 * radius) + 1;
        var axis = Enumerable.Range(-radius, width).Select(x => Math.Exp(-0.5 * Math.Pow(x / sigma, 2))).ToArray();
        var result = new double[image.Length];
        for (var i = 0; i < result.Length; i++)
        {
            var (plane, y, x) = (i / _plane * _plane, i % _plane / _side, i % _side);
            for (var k = 0; k < width * width; k++)
            {
                var (row, column) = (Reflected(y + (k / width) - radius), Reflected(x + (k % width) - radius));
                result[i] += axis[k / width] * axis[k % width] / Math.Pow(axis.Sum(), 2) * image[plane + (row * _side) + column];
            }
        }

        return result;
    }

    private int Reflected(int place) => place < 0 ? -place : place >= _side ? (2 * _side) - 2 - place : place;

    private double[] Hue(double[] image, double shift)
    {
        var result = new double[image.Length];
        for (var i = 0; i < _plane; i++)
            (result[i], result[i + _plane], result[i + (2 * _plane)]) = Rotate(image[i], image[i + _plane], image[i + (2 * _plane)], shift);
        return result;
    }

    private static (double Red, double Green, double Blue) Rotate(double r, double g, double b, double shift)
    {
        var (v, min) = (Math.Max(r, Math.Max(g, b)), Math.Min(r, Math.Min(g, b)));
        var chroma = v == min ? 1 : v - min;
        var saturation = v == min ? 0 : (v - min) / v;
        var (rc, gc, bc) = ((v - r) / chroma, (v - g) / chroma, (v - b) / chroma);
        var h = v == r ? bc - gc : v == g ? 2 + rc - bc : 4 + gc - rc;
        h = (h / 6) + 1 + shift;
        h -= Math.Floor(h);
        var sector = (int)Math.Floor(h * 6);
        var f = (h * 6) - sector;
        var (p, q, t) = (v * (1 - saturation), v * (1 - (saturation * f)), v * (1 - (saturation * (1 - f))));
        return (sector % 6) switch { 0 => (v, t, p), 1 => (q, v, p), 2 => (p, v, t), 3 => (p, q, v), 4 => (t, p, v), _ => (v, p, q) };
    }
}
