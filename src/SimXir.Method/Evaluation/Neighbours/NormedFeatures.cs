namespace SimXir.Method;

/// <summary>Features with their norms in double precision.</summary>
internal sealed class NormedFeatures
{
    private readonly double[] _squares;

    /// <param name="features">N, at least one.</param>
    /// <param name="threads">1 or more.</param>
    public NormedFeatures(FeatureMatrix features, int threads)
    {
        Features = features;
        _squares = new double[features.Count];
        InParallel.For(0, features.Count, threads, i => _squares[i] = ExactDistance.Dot(features[i], features[i]));
        Largest = Math.Sqrt(_squares.Max());
        Smallest = Math.Sqrt(_squares.Where(square => square > 0).DefaultIfEmpty(0).Min());
    }

    public FeatureMatrix Features { get; }

    public int Dimensions => Features.Dimensions;

    /// <summary>The largest |x|.</summary>
    public double Largest { get; }

    /// <summary>The smallest |x| that is not 0; 0 where all are.</summary>
    public double Smallest { get; }

    /// <summary>|x|^2.</summary>
    public double Square(int image) => _squares[image];
}
