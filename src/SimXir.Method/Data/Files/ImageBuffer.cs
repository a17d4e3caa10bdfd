namespace SimXir.Method;

/// <summary>The arrays of a split that is being read.</summary>
internal readonly record struct ImageBuffer(byte[] Pixels, int[] Labels)
{
    /// <summary>Room for this many images; the caller has seen that the file holds them.</summary>
    public static ImageBuffer For(long count, DataFile file)
    {
        if (count == 0) throw file.Fault("holds no image");
        if (count > Array.MaxLength / ImageSet.ImageSize)
            throw file.Fault($"holds {count} images; at most {Array.MaxLength / ImageSet.ImageSize} fit into memory");
        return new ImageBuffer(new byte[count * ImageSet.ImageSize], new int[count]);
    }
}
