namespace SimXir.Method;

/// <summary>The part of a square image that a crop keeps, in pixels.</summary>
internal readonly record struct CropBox(int Top, int Left, int Height, int Width)
{
    private const int Tries = 10;
    private static readonly double LogRatioMin = Math.Log(3.0 / 4), LogRatioMax = Math.Log(4.0 / 3);

    /// <summary>torchvision's RandomResizedCrop.get_params: an area uniform in the scale, a log-uniform aspect ratio of 3/4 to 4/3, and a
    /// uniform place; after ten boxes that do not fit, the whole image (its ratio of 1 is in range).</summary>
    /// <param name="random">Chance.</param>
    /// <param name="scaleMin">The smallest part of the area.</param>
    /// <param name="scaleMax">The largest.</param>
    /// <param name="side">Of the image.</param>
    public static CropBox Draw(ref CounterRandom random, double scaleMin, double scaleMax, int side)
    {
        for (var attempt = 0; attempt < Tries; attempt++)
        {
            var area = side * side * (scaleMin + ((scaleMax - scaleMin) * random.NextDouble()));
            var ratio = Math.Exp(LogRatioMin + ((LogRatioMax - LogRatioMin) * random.NextDouble()));
            var width = (int)Math.Round(Math.Sqrt(area * ratio), MidpointRounding.ToEven);
            var height = (int)Math.Round(Math.Sqrt(area / ratio), MidpointRounding.ToEven);
            if (width <= 0 || width > side || height <= 0 || height > side) continue;
            var top = random.NextBelow(side - height + 1);
            return new CropBox(top, random.NextBelow(side - width + 1), height, width);
        }

        return new CropBox(0, 0, side, side);
    }
}
