using static TorchSharp.torch;

namespace SimXir.Method;

/// <summary>Views and images by tensor operations on whole batches, on the device that holds the images: what a GPU wants. Chance decides
/// on the CPU, as for the fused pass, and what it decided is moved as one small tensor.</summary>
/// <remarks>Batches are worked on in chunks, so that what lies between the pixels and the result stays within some 200 MB however large a
/// batch is.</remarks>
internal sealed class BatchedViews : ViewSource
{
    /// <summary>512 images of 32x32.</summary>
    private const int ChunkValues = 512 * ImageSet.ImageSize;

    private readonly ViewRenderer _renderer;
    private readonly ImageSet _images;
    private readonly Device _device;
    private readonly int _chunk;
    private readonly DrawTable _table;
    private readonly DeviceImages _pixels;

    /// <summary>(3, 1, 1).</summary>
    private readonly Tensor _mean, _inverseStd;

    /// <param name="renderer">The recipe and the normalisation.</param>
    /// <param name="images">N of them.</param>
    /// <param name="device">Where to.</param>
    /// <param name="memoryBytes">That the device has; null where it is not known, and there is room.</param>
    public BatchedViews(ViewRenderer renderer, ImageSet images, Device device, long? memoryBytes = null)
    {
        using var scope = NewDisposeScope();
        (_renderer, _images, _device, _chunk) = (renderer, images, device, Math.Max(1, ChunkValues / images.ImageBytes));
        _table = new DrawTable(_chunk);
        _pixels = new DeviceImages(images, device, memoryBytes);
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
        using var result = empty([samples.Length, _images.Side, _images.Side, ImageSet.Channels], device: _device);
        for (var first = 0; first < samples.Length; first += _chunk)
        {
            using var scope = NewDisposeScope();
            var some = samples.Slice(first, Math.Min(_chunk, samples.Length - first));
            var x = _pixels.Of(some).to(ScalarType.Float32) * (1f / byte.MaxValue);
            if (key is { } which) x = BatchedRecipe.Apply(_table.Draw(_renderer.Spec, which, some, _images.Side, _device), _renderer.Spec, x);
            result.narrow(0, first, some.Length).copy_(((x - _mean) * _inverseStd).permute(0, 2, 3, 1));
        }
        return result.permute(0, 3, 1, 2);
    }

    /// <param name="values">(3).</param>
    /// <param name="device">Where to.</param>
    /// <returns>(3, 1, 1).</returns>
    private static Tensor OfChannels(ReadOnlySpan<float> values, Device device) =>
        tensor(values.ToArray(), [ImageSet.Channels, 1, 1], device: device);
}
