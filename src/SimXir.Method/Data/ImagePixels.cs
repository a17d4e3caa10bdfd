namespace SimXir.Method;

/// <summary>The pixels of many images of one size, in as many arrays as it takes: one holds at most 2 GB.</summary>
internal sealed class ImagePixels
{
    private const int BlockBytes = 1 << 30;

    private readonly byte[][] _blocks;
    private readonly int _imageBytes;
    private readonly int _imagesABlock;

    /// <summary>Room for images, whose content is whatever the memory held.</summary>
    /// <param name="count">0 or more.</param>
    /// <param name="imageBytes">Of each.</param>
    /// <param name="blockBytes">Of one array, at most.</param>
    public ImagePixels(int count, int imageBytes, int blockBytes = BlockBytes)
    {
        (_imageBytes, _imagesABlock) = (imageBytes, Math.Max(1, blockBytes / imageBytes));
        var blocks = (count + _imagesABlock - 1) / _imagesABlock;
        _blocks = [.. Enumerable.Range(0, Math.Max(1, blocks)).Select(block =>
            GC.AllocateUninitializedArray<byte>(Math.Min(_imagesABlock, count - block * _imagesABlock) * imageBytes))];
    }

    /// <summary>Images that lie in one array already; kept, not copied.</summary>
    public ImagePixels(byte[] pixels, int imageBytes) => (_blocks, _imageBytes, _imagesABlock) = ([pixels], imageBytes, int.MaxValue);

    public long LengthBytes => _blocks.Sum(block => block.LongLength);

    /// <summary>The array that holds all, or null where there are several.</summary>
    public byte[]? Whole => _blocks is [var only] ? only : null;

    public Span<byte> this[int image] => _blocks[image / _imagesABlock].AsSpan(image % _imagesABlock * _imageBytes, _imageBytes);
}
