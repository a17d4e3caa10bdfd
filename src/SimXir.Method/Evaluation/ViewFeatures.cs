using SimXir.Experiments;
using static TorchSharp.torch;

namespace SimXir.Method;

/// <summary>A sample of images and views as points: as an encoder sees them, and as pixels.</summary>
public static class ViewFeatures
{
    /// <summary>The pooled backbone output in eval mode, in fp32, of every point.</summary>
    /// <param name="sample">N images with V views each.</param>
    /// <param name="backbone">Of the encoder.</param>
    /// <param name="weights">Its safetensors file.</param>
    /// <param name="views">The recipe of the views.</param>
    /// <param name="normalisation">Of the training images, as in training.</param>
    /// <param name="threads">1 or more.</param>
    /// <returns>(N (V + 1), D): image by image, itself first.</returns>
    public static double[][] Extract(
        ViewSample sample, BackboneSpec backbone, ReadOnlyMemory<byte> weights, ViewSpec views, ChannelStatistics normalisation, int threads)
    {
        TorchEnvironment.Prepare();
        TorchEnvironment.UseThreads(threads);
        using var scope = NewDisposeScope();
        using var encoder = BackboneFactory.Build(backbone, seed: 0, CPU);
        ModuleState.Load(encoder, SafetensorsReader.Read(weights).Tensors, "the encoder");
        using var extractor = new FeatureExtractor(encoder, new ViewRenderer(views, normalisation), sample.Images, new Compute(Precision.Fp32, threads));
        var points = new double[sample.Points][];
        Fill(extractor.Images(), 0);
        for (var view = 0; view < sample.Views; view++) Fill(extractor.Views(sample.Key(view)), view + 1);
        return points;

        void Fill(FeatureMatrix features, int place)
        {
            using (features)
                for (var image = 0; image < features.Count; image++) points[image * sample.Each + place] = [.. features[image].ToArray().Select(value => (double)value)];
        }
    }

    /// <summary>The pixels of every point, from 0 to 1, divided by the square root of their number, so that a distance is the root of the
    /// mean squared difference of pixels.</summary>
    /// <inheritdoc cref="Extract"/>
    /// <returns>(N (V + 1), 3 S S): image by image, itself first.</returns>
    public static double[][] Pixels(ViewSample sample, ViewSpec views)
    {
        var renderer = new ViewRenderer(views, new ChannelStatistics([0, 0, 0], [1, 1, 1]));
        var points = new double[sample.Points][];
        var pixels = new float[sample.Images.ImageBytes];
        for (var image = 0; image < sample.Images.Count; image++)
            for (var place = 0; place < sample.Each; place++)
            {
                if (place == 0) renderer.RenderImages(sample.Images, [image], pixels);
                else renderer.RenderViews(sample.Images, [image], sample.Key(place - 1), pixels);
                points[image * sample.Each + place] = [.. pixels.Select(value => value / Math.Sqrt(pixels.Length))];
            }
        return points;
    }
}
