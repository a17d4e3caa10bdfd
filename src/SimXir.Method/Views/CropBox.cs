namespace SimXir.Method;

/// <summary>The part of a 32x32 image that a crop keeps, in pixels.</summary>
internal readonly record struct CropBox(int Top, int Left, int Height, int Width)
{
    private const int Tries = 10;
    private static readonly double LogRatioMin = Math.Log(3.0 / 4), LogRatioMax = Math.Log(4.0 / 3);

    /// <summary>torchvision's RandomResizedCrop.get_params: an area uniform in the scale, a log-uniform aspect ratio of 3/4 to 4/3, and a
    /// uniform place; after ten boxes that do not fit, the whole image (its ratio of 1 is in range).</summary>
    public static CropBox Draw(ref CounterRandom random, double scaleMin, double scaleMax)
    {
        for (var attempt = 0; attempt < Tries; attempt++)
        {
            var area = ImageSet.Height * ImageSet.Width * (scaleMin + ((scaleMax - scaleMin) * random.NextDouble()));
            var ratio = Math.Exp(LogRatioMin + ((LogRatioMax - LogRatioMin) * random.NextDouble()));
            var width = (int)Math.Round(Math.Sqrt(area * ratio), MidpointRounding.ToEven);
            var height = (int)Math.Round(Math.Sqrt(area / ratio), MidpointRounding.ToEven);
            if (width is <= 0 or > ImageSet.Width || height is <= 0 or > ImageSet.Height) continue;
            var top = random.NextBelow(ImageSet.Height - height + 1);
            return new CropBox(top, random.NextBelow(ImageSet.Width - width + 1), height, width);
        }

        return new CropBox(0, 0, ImageSet.Height, ImageSet.Width);
    }
}
