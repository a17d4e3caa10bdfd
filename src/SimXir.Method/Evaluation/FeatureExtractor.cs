using TorchSharp;
using static TorchSharp.torch;

namespace SimXir.Method;

/// <summary>The features that encoders are judged on: the backbone's pooled output in eval mode.</summary>
/// <remarks>On a CPU each thread has a batch of its own and works on it alone: on the narrow backbones that CPUs train, two threads give
/// twice the images so, and hardly more than one if they share each operation. Features do not depend on how many there are.</remarks>
internal sealed class FeatureExtractor : IDisposable
{
    private const int Batch = 128;

    private readonly Backbone _backbone;
    private readonly ImageSet _images;
    private readonly ScalarType _type;
    private readonly ViewSource[] _sources;
    private int _turns;

    /// <param name="backbone">In eval mode while it is used, then back in the mode that it was in.</param>
    /// <param name="renderer">Normalises, and draws the views.</param>
    /// <param name="images">The labels come along.</param>
    /// <param name="compute">How.</param>
    public FeatureExtractor(Backbone backbone, ViewRenderer renderer, ImageSet images, Compute compute)
    {
        var device = backbone.parameters().First().device;
        var streams = device.type == DeviceType.CPU ? compute.Threads : 1;
        (_backbone, _images, _type) = (backbone, images, Bf16.TypeOf(compute.Precision));
        _sources = [.. Enumerable.Range(0, streams).Select(_ => ViewSource.Of(renderer, images, device, threads: 1))];
    }

    /// <summary>Of the images as they are.</summary>
    public static FeatureMatrix Extract(
        Backbone backbone, ViewRenderer renderer, ImageSet images, Compute compute, Action? pause = null)
    {
        using var extractor = new FeatureExtractor(backbone, renderer, images, compute);
        return extractor.Images(pause);
    }

    /// <summary>Of the images as they are.</summary>
    /// <param name="pause">Called after every few batches; it may throw to stop.</param>
    public FeatureMatrix Images(Action? pause = null) => Forward((source, samples) => source.Images(samples), pause);

    /// <summary>Of one random view of each image.</summary>
    /// <param name="key">Which views.</param>
    /// <param name="pause">Called after every few batches; it may throw to stop.</param>
    public FeatureMatrix Views(ViewKey key, Action? pause = null) => Forward((source, samples) => source.Views(samples, key), pause);

    public void Dispose()
    {
        foreach (var source in _sources) source.Dispose();
    }

    private FeatureMatrix Forward(Func<ViewSource, int[], Tensor> draw, Action? pause)
    {
        using var scope = NewDisposeScope();
        var features = empty(_images.Count, _backbone.Dimensions);
        var (training, threads) = (_backbone.training, get_num_threads());
        _backbone.eval();
        try
        {
            for (var first = 0; first < _images.Count; first += Batch * _sources.Length)
            {
                var start = first;
                var batches = Math.Min(_sources.Length, (_images.Count - start + Batch - 1) / Batch);
                InParallel.For(0, batches, _sources.Length, stream => Fill(features, start + stream * Batch, _sources[stream], draw));
                if (++_turns % Allocator.TrimEverySteps == 0) Allocator.Trim();
                pause?.Invoke();
            }
        }
        finally
        {
            set_num_threads(threads);
            _backbone.train(training);
        }
        return new FeatureMatrix(features, _images.Labels, _images.Classes);
    }

    private void Fill(Tensor features, int first, ViewSource source, Func<ViewSource, int[], Tensor> draw)
    {
        set_num_threads(1);
        using var scope = NewDisposeScope();
        using var frozen = no_grad();
        var count = Math.Min(Batch, _images.Count - first);
        // A single image comes twice: for a batch of one libtorch turns to NNPACK, and where that is not it says so on the console, each time.
        int[] samples = count == 1 ? [first, first] : [.. Enumerable.Range(first, count)];
        features.narrow(0, first, count).copy_(_backbone.forward(draw(source, samples).to_type(_type)).narrow(0, 0, count));
    }
}
