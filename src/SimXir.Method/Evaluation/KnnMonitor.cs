using SimXir.Experiments;

namespace SimXir.Method;

/// <summary>
/// Watches a training run by kNN among training images alone, never test images: the bank is the first images of the split, the queries
/// the last ones. Eval mode, no augmentation, cosine, plain votes; in the precision of the training, so that it stays cheap beside it.
/// </summary>
internal sealed class KnnMonitor
{
    private const int MaxBank = 1000;
    private const int MaxQueries = 250;
    private const int MinQueries = 10;
    private const int MaxNeighbours = 21;

    // A sample costs the cheapest method a forward and backward pass of one network and a forward pass of another: 4 forward passes.
    private const int ForwardsPerSample = 4;
    private const double CostShare = 0.05;

    private readonly ViewRenderer _renderer;
    private readonly ImageSet _bank;
    private readonly ImageSet _queries;
    private readonly Precision _precision;
    private readonly int _threads;

    private KnnMonitor(ViewRenderer renderer, ImageSet bank, ImageSet queries, int trainImages, Precision precision, int threads)
    {
        (_renderer, _bank, _queries, _precision, _threads) = (renderer, bank, queries, precision, threads);
        EveryEpochs = (int)Math.Ceiling((bank.Count + queries.Count) / (CostShare * ForwardsPerSample * trainImages));
    }

    /// <summary>So many epochs apart, it costs about a twentieth of the training at most.</summary>
    public int EveryEpochs { get; }

    /// <summary>Null where there are too few images.</summary>
    public static KnnMonitor? For(ImageSet train, ViewRenderer renderer, Precision precision, int threads)
    {
        var queries = Math.Min(MaxQueries, train.Count / 5);
        if (queries < MinQueries) return null;
        var bank = Math.Min(MaxBank, train.Count - queries);
        return new KnnMonitor(
            renderer,
            train.Take([.. Enumerable.Range(0, bank)]),
            train.Take([.. Enumerable.Range(train.Count - queries, queries)]),
            train.Count,
            precision,
            threads);
    }

    /// <returns>The accuracy, 0 to 1, and the bank's feature spread; null where a feature is not finite.</returns>
    public (double Knn, double Spread)? Look(Backbone encoder)
    {
        using var bank = FeatureExtractor.Extract(encoder, _renderer, _bank, new Compute(_precision, _threads));
        using var queries = FeatureExtractor.Extract(encoder, _renderer, _queries, new Compute(_precision, _threads));
        if (!bank.IsFinite() || !queries.IsFinite()) return null;
        var k = Math.Min(MaxNeighbours, bank.Count);
        return (KnnClassifier.Judge(bank, queries, [k], _threads).Cosine[k], bank.Spread());
    }
}
