using System.Collections.Immutable;
using SimXir.Experiments;
using static TorchSharp.torch;

namespace SimXir.Method;

/// <summary>What an encoder has to beat before it can be said to have learned: kNN among pixels, and among the features of an encoder that still
/// has its initial weights.</summary>
public static class Baselines
{
    private const int Piece = 512;

    /// <param name="dataset">The training images are the bank, the test images the queries.</param>
    /// <param name="backbone">Of the untrained encoder.</param>
    /// <param name="seed">Decides its weights, as in a sweep.</param>
    /// <param name="ks">Numbers of neighbours, each 1 or more.</param>
    /// <param name="threads">1 or more.</param>
    public static BaselineFigures Judge(Dataset dataset, BackboneSpec backbone, int seed, ImmutableArray<int> ks, int threads)
    {
        TorchEnvironment.Prepare();
        TorchEnvironment.UseThreads(threads);
        using var scope = NewDisposeScope();
        using var encoder = BackboneFactory.Build(backbone, seed, CPU);
        var (train, test) = (dataset.Train, dataset.Test);
        var unit = new ViewRenderer(new ViewSpec(), new ChannelStatistics([0, 0, 0], [1, 1, 1]));
        var normalised = new ViewRenderer(new ViewSpec(), dataset.Normalisation());
        return new BaselineFigures(
            Knn(images => Pixels(unit, images)),
            Knn(images => Pixels(normalised, images)),
            Knn(images => FeatureExtractor.Extract(encoder, normalised, images, new Compute(Precision.Fp32, threads))));

        KnnResult Knn(Func<ImageSet, FeatureMatrix> featuresOf)
        {
            using var bank = featuresOf(train);
            using var queries = featuresOf(test);
            return KnnClassifier.Judge(bank, queries, ks, threads);
        }
    }

    private static FeatureMatrix Pixels(ViewRenderer renderer, ImageSet images)
    {
        var pixels = empty(images.Count, images.ImageBytes);
        for (var first = 0; first < images.Count; first += Piece)
        {
            // A span has at most 2^31 values, which 14,000 images of 224 pixels have.
            using var piece = pixels.narrow(0, first, Math.Min(Piece, images.Count - first));
            renderer.RenderImages(images, [.. Enumerable.Range(first, (int)piece.shape[0])], TensorMemory.Floats(piece));
        }
        return new FeatureMatrix(pixels, images.Labels, images.Classes);
    }
}
