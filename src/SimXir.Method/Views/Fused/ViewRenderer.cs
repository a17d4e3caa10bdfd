using System.Runtime.CompilerServices;
using SimXir.Experiments;

namespace SimXir.Method;

/// <summary>Draws the random views that two-view methods compare, and the plain images that encoders are judged on: on a CPU, each image
/// in one pass from its bytes to normalised values in the memory format that convolutions want, channels last.</summary>
/// <remarks>A view depends on its key and the number of its sample alone: not on the batch, the order, or the number of threads.
/// Small images are worked on in stack that stays in the first-level cache. Safe for use by several threads.</remarks>
public sealed class ViewRenderer
{
    private const int SamplesPerTask = 16;

    private readonly float[] _mean;
    private readonly float[] _inverseStd;

    /// <param name="spec">The recipe of the random views.</param>
    /// <param name="normalisation">Applied last, to views and plain images alike.</param>
    public ViewRenderer(ViewSpec spec, ChannelStatistics normalisation)
    {
        Spec = spec;
        _mean = [.. normalisation.Mean];
        _inverseStd = [.. normalisation.Std.Select(std => 1 / std)];
    }

    internal ViewSpec Spec { get; }

    /// <summary>(3).</summary>
    internal ReadOnlySpan<float> Mean => _mean;

    /// <summary>(3).</summary>
    internal ReadOnlySpan<float> InverseStd => _inverseStd;

    /// <summary>One random view of each sample.</summary>
    /// <param name="images">N of them, of side S.</param>
    /// <param name="samples">(B): numbers of images, each 0 to N - 1.</param>
    /// <param name="key">Which views.</param>
    /// <param name="destination">(B, S, S, 3), normalised.</param>
    /// <param name="threads">How many may work on it, the caller's included; 1 allocates nothing.</param>
    public void RenderViews(ImageSet images, ReadOnlySpan<int> samples, ViewKey key, Span<float> destination, int threads = 1)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(threads);
        Check(images, samples, destination);
        if (threads == 1 || samples.Length <= SamplesPerTask) RenderSome(images, samples, key, destination);
        else RenderInParallel(images, samples, key, destination, threads);
    }

    /// <summary>The samples themselves, only normalised.</summary>
    /// <param name="images">N of them, of side S.</param>
    /// <param name="samples">(B): numbers of images, each 0 to N - 1.</param>
    /// <param name="destination">(B, S, S, 3), normalised.</param>
    [SkipLocalsInit]
    public void RenderImages(ImageSet images, ReadOnlySpan<int> samples, Span<float> destination)
    {
        Check(images, samples, destination);
        var size = images.ImageBytes;
        Span<float> near = stackalloc float[ImageSet.ImageSize];
        using var image = new Scratch(near, size);
        for (var i = 0; i < samples.Length; i++)
        {
            PixelKernels.ToUnit(images.PixelsOf(samples[i]), image.Values);
            PixelKernels.Normalise(image.Values, _mean, _inverseStd, destination.Slice(i * size, size));
        }
    }

    /// <summary>The view before normalisation, in [0, 1].</summary>
    /// <param name="draw">What chance decided.</param>
    /// <param name="spec">The recipe.</param>
    /// <param name="pixels">(3, S, S).</param>
    /// <param name="view">(3, S, S).</param>
    internal static void Apply(in ViewDraw draw, ViewSpec spec, ReadOnlySpan<byte> pixels, Span<float> view)
    {
        // The flip comes last in the recipe. Every step between works on single pixels, on the mean of all, or alike to the left and to
        // the right, so it costs nothing here.
        CropResize.Run(pixels, draw.Box, draw.Flip, view);
        if (draw.Jitter)
            for (var place = 0; place < JitterOrder.Steps; place++) Jitter(draw, spec, draw.Order[place], view);
        if (draw.Gray) ColorKernels.Grayscale(view);
        if (draw.BlurSigma > 0) BlurKernel.Blur(view, draw.BlurSigma);
    }

    /// <summary>A strength of 0 switches its step off, as in torchvision.</summary>
    private static void Jitter(in ViewDraw draw, ViewSpec spec, JitterStep step, Span<float> view)
    {
        switch (step)
        {
            case JitterStep.Brightness when spec.Brightness > 0: ColorKernels.Brightness(view, draw.Brightness); break;
            case JitterStep.Contrast when spec.Contrast > 0: ColorKernels.Contrast(view, draw.Contrast); break;
            case JitterStep.Saturation when spec.Saturation > 0: ColorKernels.Saturation(view, draw.Saturation); break;
            case JitterStep.Hue when spec.Hue > 0: HueKernel.Hue(view, draw.Hue); break;
        }
    }

    [SkipLocalsInit]
    private void RenderSome(ImageSet images, ReadOnlySpan<int> samples, in ViewKey key, Span<float> destination)
    {
        var size = images.ImageBytes;
        Span<float> near = stackalloc float[ImageSet.ImageSize];
        using var view = new Scratch(near, size);
        for (var i = 0; i < samples.Length; i++)
        {
            Apply(ViewDraw.Of(Spec, key, samples[i], images.Side), Spec, images.PixelsOf(samples[i]), view.Values);
            PixelKernels.Normalise(view.Values, _mean, _inverseStd, destination.Slice(i * size, size));
        }
    }

    /// <summary>Spans cannot be captured, so the tasks get addresses, which stay fixed until all of them have ended.</summary>
    private unsafe void RenderInParallel(ImageSet images, ReadOnlySpan<int> samples, ViewKey key, Span<float> destination, int threads)
    {
        fixed (int* samplesAt = samples)
        fixed (float* destinationAt = destination)
        {
            var (from, to, count, size) = ((nint)samplesAt, (nint)destinationAt, samples.Length, images.ImageBytes);
            var tasks = (count + SamplesPerTask - 1) / SamplesPerTask;
            Parallel.For(0, tasks, new ParallelOptions { MaxDegreeOfParallelism = threads }, task =>
            {
                var first = task * SamplesPerTask;
                var length = Math.Min(SamplesPerTask, count - first);
                RenderSome(
                    images,
                    new ReadOnlySpan<int>((int*)from + first, length),
                    key,
                    new Span<float>((float*)to + ((long)first * size), length * size));
            });
        }
    }

    private static void Check(ImageSet images, ReadOnlySpan<int> samples, Span<float> destination)
    {
        if (destination.Length != (long)samples.Length * images.ImageBytes)
            throw new ArgumentException($"{destination.Length} values cannot hold {samples.Length} images of {images.ImageBytes}", nameof(destination));
        images.CheckNumbers(samples);
    }
}
