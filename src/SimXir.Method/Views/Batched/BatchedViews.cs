using static TorchSharp.torch;

namespace SimXir.Method;

/// <summary>Views and images by tensor operations on whole batches, on the device that holds the images: what a GPU wants. Chance decides
/// on the CPU, as for the fused pass, and what it decided is moved as one small tensor.</summary>
/// <remarks>On the device there is one copy of the images, 3 KiB each. Batches are worked on in chunks, so that what lies between the
/// pixels and the result stays within some 200 MB however large a batch is.</remarks>
internal sealed class BatchedViews : ViewSource
{
    private const int Chunk = 512;
    private const int UploadImages = 4096;

    private readonly ViewRenderer _renderer;
    private readonly ImageSet _images;
    private readonly DrawTable _table = new(Chunk);

    /// <summary>(N, 3, 32, 32) uint8.</summary>
    private readonly Tensor _pixels;

    /// <summary>(3, 1, 1).</summary>
    private readonly Tensor _mean, _inverseStd;

    /// <param name="renderer">The recipe and the normalisation.</param>
    /// <param name="images">N of them, copied.</param>
    /// <param name="device">Where to.</param>
    public BatchedViews(ViewRenderer renderer, ImageSet images, Device device)
    {
        using var scope = NewDisposeScope();
        (_renderer, _images) = (renderer, images);
        _pixels = Upload(images, device).DetachFromDisposeScope();
        _mean = OfChannels(renderer.Mean, device).DetachFromDisposeScope();
        _inverseStd = OfChannels(renderer.InverseStd, device).DetachFromDisposeScope();
    }

    public override Tensor Views(ReadOnlySpan<int> samples, ViewKey key) => Draw(samples, key);

    public override Tensor Images(ReadOnlySpan<int> samples) => Draw(samples, key: null);

    public override void Dispose()
    {
        _table.Dispose();
        _pixels.Dispose();
        _mean.Dispose();
        _inverseStd.Dispose();
    }

    private Tensor Draw(ReadOnlySpan<int> samples, ViewKey? key)
    {
        _images.CheckNumbers(samples);
        using var result = empty([samples.Length, ImageSet.Height, ImageSet.Width, ImageSet.Channels], device: _pixels.device);
        for (var first = 0; first < samples.Length; first += Chunk)
        {
            using var scope = NewDisposeScope();
            var some = samples.Slice(first, Math.Min(Chunk, samples.Length - first));
            var x = _pixels.index(tensor(some.ToArray(), device: _pixels.device)).to(ScalarType.Float32) * (1f / byte.MaxValue);
            if (key is { } which) x = BatchedRecipe.Apply(_table.Draw(_renderer.Spec, which, some, _pixels.device), _renderer.Spec, x);
            result.narrow(0, first, some.Length).copy_(((x - _mean) * _inverseStd).permute(0, 2, 3, 1));
        }
        return result.permute(0, 3, 1, 2);
    }

    /// <summary>In pieces, so that no second copy of all images is needed on the way.</summary>
    /// <returns>(N, 3, 32, 32) uint8.</returns>
    private static Tensor Upload(ImageSet images, Device device)
    {
        var pixels = empty([images.Count, ImageSet.Channels, ImageSet.Height, ImageSet.Width], ScalarType.Byte, device);
        var piece = empty([Math.Min(UploadImages, images.Count), .. pixels.shape[1..]], ScalarType.Byte);
        for (var first = 0; first < images.Count; first += UploadImages)
        {
            using var scope = NewDisposeScope();
            var count = Math.Min(UploadImages, images.Count - first);
            images.Pixels.AsSpan(first * ImageSet.ImageSize, count * ImageSet.ImageSize).CopyTo(piece.bytes);
            pixels.narrow(0, first, count).copy_(piece.narrow(0, 0, count));
        }
        return pixels;
    }

    /// <param name="values">(3).</param>
    /// <param name="device">Where to.</param>
    /// <returns>(3, 1, 1).</returns>
    private static Tensor OfChannels(ReadOnlySpan<float> values, Device device) =>
        tensor(values.ToArray(), [ImageSet.Channels, 1, 1], device: device);
}
