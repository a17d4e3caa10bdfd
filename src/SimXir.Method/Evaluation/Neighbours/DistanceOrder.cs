namespace SimXir.Method;

/// <summary>
/// One distance, in the form in which products are searched: for a given query, key = offset + scale dot orders the bank as the distance
/// does, up to rounding, whose bound is known.
/// </summary>
/// <param name="bank">N features.</param>
/// <param name="queries">Q features.</param>
internal abstract class DistanceOrder(NormedFeatures bank, NormedFeatures queries)
{
    /// <summary>Half the distance from 1 to the next float: what one operation may be wrong by, relatively.</summary>
    protected const double Unit = 1.0 / (1 << 24);

    // Below it a product of floats may lose digits that the bounds count on.
    private const double Tiny = 1e-30;

    protected NormedFeatures Bank => bank;

    protected NormedFeatures Queries => queries;

    /// <summary>Of a feature of the bank.</summary>
    public abstract (float Offset, float Scale) Key(int index);

    /// <summary>The distance in double precision.</summary>
    public abstract double Exact(int query, int index);

    /// <summary>A distance that no feature whose key is at least <paramref name="key"/> falls below, whatever the rounding.</summary>
    public double Floor(int query, float key)
    {
        var norm = Math.Sqrt(queries.Square(query));
        return norm * bank.Smallest > Tiny ? Floor(norm, key) : double.NegativeInfinity;
    }

    /// <param name="norm">|q|, above 0.</param>
    /// <param name="key">As computed.</param>
    protected abstract double Floor(double norm, double key);
}
