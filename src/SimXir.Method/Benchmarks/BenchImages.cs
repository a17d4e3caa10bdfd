namespace SimXir.Method;

/// <summary>Images of random pixels: no kernel's time depends on what an image shows.</summary>
internal static class BenchImages
{
    public static ImageSet Of(int count)
    {
        var pixels = new byte[count * ImageSet.ImageSize];
        var random = new CounterRandom(0, RandomStream.Views);
        foreach (ref var pixel in pixels.AsSpan()) pixel = (byte)random.NextUInt32();
        return new ImageSet(pixels, new int[count], 1);
    }
}
