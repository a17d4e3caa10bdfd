namespace SimXir.Method;

/// <summary>1 - cos(q, b), 1 where either is zero; its key is -q.b / |b|.</summary>
internal sealed class CosineOrder(NormedFeatures bank, NormedFeatures queries) : DistanceOrder(bank, queries)
{
    public override (float Offset, float Scale) Key(int index) =>
        (0, Bank.Square(index) is var square and > 0 ? (float)(-1 / Math.Sqrt(square)) : 0);

    public override double Exact(int query, int index)
    {
        var norms = Math.Sqrt(Queries.Square(query) * Bank.Square(index));
        return norms > 0 ? 1 - ExactDistance.Dot(Queries.Features[query], Bank.Features[index]) / norms : 1;
    }

    // Each of the D sums of the product rounds once, so do the scale and the key: by |q| times the unit at most.
    protected override double Floor(double norm, double key) => 1 + key / norm - (Bank.Dimensions + 4) * Unit;
}
