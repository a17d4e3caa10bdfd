using static TorchSharp.torch;

namespace SimXir.Method;

/// <summary>The images of a set on a device: all of them, copied once, or, where they would fill more than half of its memory, those of each
/// batch, copied when it is drawn.</summary>
internal sealed class DeviceImages : IDisposable
{
    private const int PieceBytes = 16 << 20;

    private readonly ImageSet _images;
    private readonly Device _device;

    /// <summary>(N, 3, S, S) uint8, or null.</summary>
    private readonly Tensor? _all;

    /// <param name="images">N of them.</param>
    /// <param name="device">Where to.</param>
    /// <param name="memoryBytes">That the device has; null where it is not known, and there is room.</param>
    public DeviceImages(ImageSet images, Device device, long? memoryBytes)
    {
        (_images, _device) = (images, device);
        if (memoryBytes is not { } memory || (long)images.Count * images.ImageBytes <= memory / 2) _all = Upload();
    }

    public bool AllAreThere => _all is not null;

    /// <param name="samples">(B): numbers of images, each 0 to N - 1.</param>
    /// <returns>(B, 3, S, S) uint8 on the device.</returns>
    public Tensor Of(ReadOnlySpan<int> samples)
    {
        if (_all is not null) return _all.index(tensor(samples.ToArray(), device: _device));
        var some = empty([samples.Length, ImageSet.Channels, _images.Side, _images.Side], ScalarType.Byte);
        for (var i = 0; i < samples.Length; i++) Copy(samples[i], some, i);
        return some.to(_device);
    }

    public void Dispose() => _all?.Dispose();

    /// <summary>In pieces, so that no second copy of all images is needed on the way.</summary>
    private Tensor Upload()
    {
        using var scope = NewDisposeScope();
        var pixels = empty([_images.Count, ImageSet.Channels, _images.Side, _images.Side], ScalarType.Byte, _device);
        var images = Math.Min(Math.Max(1, PieceBytes / _images.ImageBytes), _images.Count);
        var piece = empty([images, .. pixels.shape[1..]], ScalarType.Byte);
        for (var first = 0; first < _images.Count; first += images)
        {
            using var inner = NewDisposeScope();
            var count = Math.Min(images, _images.Count - first);
            for (var i = 0; i < count; i++) Copy(first + i, piece, i);
            pixels.narrow(0, first, count).copy_(piece.narrow(0, 0, count));
        }
        return pixels.DetachFromDisposeScope();
    }

    private void Copy(int image, Tensor batch, int place) => _images.PixelsOf(image).CopyTo(batch.bytes.Slice(place * _images.ImageBytes, _images.ImageBytes));
}
