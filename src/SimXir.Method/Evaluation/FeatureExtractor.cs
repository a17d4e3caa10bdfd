using SimXir.Experiments;
using static TorchSharp.torch;

namespace SimXir.Method;

/// <summary>The features that encoders are judged on: the backbone's pooled output in eval mode, without augmentation.</summary>
internal static class FeatureExtractor
{
    private const int Batch = 128;

    /// <param name="backbone">Put into eval mode; in the end back into the mode that it was in.</param>
    /// <param name="renderer">Normalises.</param>
    /// <param name="images">The labels come along.</param>
    /// <param name="precision">Of the backbone's arithmetic; the features are float32 in either case.</param>
    /// <param name="pause">Called after each batch; it may throw to stop.</param>
    public static FeatureMatrix Extract(Backbone backbone, ViewRenderer renderer, ImageSet images, Precision precision, Action? pause = null)
    {
        using var scope = NewDisposeScope();
        using var frozen = no_grad();
        var device = backbone.parameters().First().device;
        var type = Bf16.TypeOf(precision);
        var features = empty(images.Count, backbone.Dimensions);
        using var source = ViewSource.Of(renderer, images, device, threads: 1);
        var training = backbone.training;
        backbone.eval();
        try
        {
            for (var first = 0; first < images.Count; first += Batch)
            {
                using var inner = NewDisposeScope();
                var samples = Enumerable.Range(first, Math.Min(Batch, images.Count - first)).ToArray();
                var x = source.Images(samples).to_type(type);
                features.narrow(0, first, samples.Length).copy_(backbone.forward(x));
                pause?.Invoke();
            }
        }
        finally
        {
            backbone.train(training);
        }
        return new FeatureMatrix(features, images.Labels, images.Classes);
    }
}
