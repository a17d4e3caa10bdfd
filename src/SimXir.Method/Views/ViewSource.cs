using TorchSharp;
using static TorchSharp.torch;

namespace SimXir.Method;

/// <summary>Images to train on or to judge on, as the inputs of a network: random views of them, or themselves.</summary>
/// <remarks>A view is the same from every source, within 1e-4 of the range of pixels: it depends on its key and its sample
/// alone. For one thread at a time.</remarks>
internal abstract class ViewSource : IDisposable
{
    /// <summary>The fastest source on the device: where that is a GPU, the images stay in its memory and views are drawn there in batches;
    /// on a CPU they are drawn one by one.</summary>
    /// <param name="renderer">The recipe and the normalisation.</param>
    /// <param name="images">N of them, of side S.</param>
    /// <param name="device">Where the network is.</param>
    /// <param name="threads">How many may draw on a CPU.</param>
    public static ViewSource Of(ViewRenderer renderer, ImageSet images, Device device, int threads) => device.type == DeviceType.CPU
        ? new FusedViews(renderer, images, threads)
        : new BatchedViews(renderer, images, device, CudaDriver.MemoryBytes(Math.Max(0, device.index)));

    /// <param name="samples">(B): numbers of images, each 0 to N - 1.</param>
    /// <param name="key">Which views.</param>
    /// <returns>(B, 3, S, S), one random view of each sample, normalised, channels last, on the device.</returns>
    public abstract Tensor Views(ReadOnlySpan<int> samples, ViewKey key);

    /// <param name="samples">(B): numbers of images, each 0 to N - 1.</param>
    /// <returns>(B, 3, S, S), the samples themselves, normalised, channels last, on the device.</returns>
    public abstract Tensor Images(ReadOnlySpan<int> samples);

    public abstract void Dispose();
}
