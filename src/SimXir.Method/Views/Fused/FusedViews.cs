using static TorchSharp.torch;

namespace SimXir.Method;

/// <summary>Views and images on a CPU, rendered straight into the memory of the tensors.</summary>
internal sealed class FusedViews(ViewRenderer renderer, ImageSet images, int threads) : ViewSource
{
    public override Tensor Views(ReadOnlySpan<int> samples, ViewKey key)
    {
        using var memory = Memory(samples.Length);
        renderer.RenderViews(images, samples, key, TensorMemory.Floats(memory), threads);
        return memory.permute(0, 3, 1, 2);
    }

    public override Tensor Images(ReadOnlySpan<int> samples)
    {
        using var memory = Memory(samples.Length);
        renderer.RenderImages(images, samples, TensorMemory.Floats(memory));
        return memory.permute(0, 3, 1, 2);
    }

    public override void Dispose()
    {
        // The images are the caller's, and each tensor is its user's.
    }

    /// <returns>(B, S, S, 3).</returns>
    private Tensor Memory(int batch) => empty(batch, images.Side, images.Side, ImageSet.Channels);
}
