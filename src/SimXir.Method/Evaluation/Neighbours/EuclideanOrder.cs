namespace SimXir.Method;

/// <summary>|q - b|^2, which orders as |q - b| does; its key is |b|^2 - 2 q.b.</summary>
internal sealed class EuclideanOrder(NormedFeatures bank, NormedFeatures queries) : DistanceOrder(bank, queries)
{
    public override (float Offset, float Scale) Key(int index) => ((float)Bank.Square(index), -2);

    public override double Exact(int query, int index) => ExactDistance.SquaredEuclidean(Queries.Features[query], Bank.Features[index]);

    // Each of the D sums of the product rounds once, so do |b|^2 and the key.
    protected override double Floor(double norm, double key) =>
        norm * norm + key - 2 * Bank.Largest * (Bank.Largest + (Bank.Dimensions + 2) * norm) * Unit;
}
