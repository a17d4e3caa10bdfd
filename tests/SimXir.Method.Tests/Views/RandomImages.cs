namespace SimXir.Method.Tests;

/// <summary>Images of random pixels with random labels of ten classes.</summary>
internal static class RandomImages
{
    public static ImageSet Of(int count, int seed = 0, int side = ImageSet.Width)
    {
        var random = new CounterRandom(seed, RandomStream.Monitor);
        var pixels = new byte[count * ImageSet.Channels * side * side];
        for (var i = 0; i < pixels.Length; i++) pixels[i] = (byte)random.NextUInt32();
        var labels = new int[count];
        for (var i = 0; i < count; i++) labels[i] = random.NextBelow(10);
        return new ImageSet(pixels, labels, 10, side);
    }
}
