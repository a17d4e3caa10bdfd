using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using static TorchSharp.torch;

namespace SimXir.Method;

/// <summary>
/// Exact nearest neighbours for both of the paper's distances from one matrix product. A tile of the product stays in the cache while it is
/// searched for candidates by float32 distances; a margin more of them than asked for are then put in order by distances in double
/// precision, so that neither the tiles nor the number of threads can change the result.
/// </summary>
internal sealed class NearestNeighbours
{
    private const int QueriesPerTile = 128;
    private const int BankPerTile = 4096;

    // How many ranks float32 rounding may misplace a neighbour by: differences of 1e-6 relative among distances that differ by far more.
    private const int Margin = 32;

    private readonly FeatureMatrix _bank;
    private readonly FeatureMatrix _queries;
    private readonly int _k;
    private readonly float[] _inverseNorms;
    private readonly float[] _squares;

    private NearestNeighbours(FeatureMatrix bank, FeatureMatrix queries, int k)
    {
        (_bank, _queries, _k) = (bank, queries, Math.Min(k, bank.Count));
        _squares = new float[bank.Count];
        _inverseNorms = new float[bank.Count];
        for (var i = 0; i < bank.Count; i++)
        {
            var square = ExactDistance.Dot(bank[i], bank[i]);
            _squares[i] = (float)square;
            _inverseNorms[i] = square > 0 ? (float)(1 / Math.Sqrt(square)) : 0;
        }
    }

    /// <param name="bank">N features.</param>
    /// <param name="queries">Q features of the same dimension.</param>
    /// <param name="k">Neighbours a query; all of the bank where it has fewer.</param>
    /// <param name="metric">What is near; the table of the other is empty.</param>
    /// <param name="threads">For the search; the product runs on torch's.</param>
    /// <param name="pause">Called between tiles; it may throw to stop.</param>
    public static NeighbourTable Find(FeatureMatrix bank, FeatureMatrix queries, int k, KnnMetric metric, int threads, Action? pause = null)
    {
        var search = new NearestNeighbours(bank, queries, k);
        var (cosine, euclidean) = (metric.HasFlag(KnnMetric.Cosine), metric.HasFlag(KnnMetric.Euclidean));
        var table = new NeighbourTable(new int[cosine ? queries.Count : 0][], new int[euclidean ? queries.Count : 0][]);
        var capacity = search._k + Margin;
        var found = new (Candidates Cosine, Candidates Euclidean)[QueriesPerTile];
        for (var row = 0; row < found.Length; row++) found[row] = (new Candidates(capacity), new Candidates(capacity));
        var options = new ParallelOptions { MaxDegreeOfParallelism = threads };
        for (var first = 0; first < queries.Count; first += QueriesPerTile)
        {
            var rows = Math.Min(QueriesPerTile, queries.Count - first);
            foreach (var pair in found)
            {
                pair.Cosine.Clear();
                pair.Euclidean.Clear();
            }
            for (var start = 0; start < bank.Count; start += BankPerTile)
            {
                using var scope = NewDisposeScope();
                var columns = Math.Min(BankPerTile, bank.Count - start);
                var product = mm(queries.Features.narrow(0, first, rows), bank.Features.narrow(0, start, columns).t());
                Parallel.For(0, rows, options, row =>
                {
                    var dots = MemoryMarshal.Cast<byte, float>(product.bytes).Slice(row * columns, columns);
                    search.Scan(dots, start, cosine ? found[row].Cosine : null, euclidean ? found[row].Euclidean : null);
                });
                pause?.Invoke();
            }
            Parallel.For(0, rows, options, row => search.Rank(first + row, found[row], table));
        }
        return table;
    }

    /// <param name="dots">Products of one query with a run of the bank.</param>
    /// <param name="start">Where in the bank the run starts.</param>
    /// <param name="cosine">By -cos times the query's norm.</param>
    /// <param name="euclidean">By the squared distance less the query's own square.</param>
    private void Scan(ReadOnlySpan<float> dots, int start, Candidates? cosine, Candidates? euclidean)
    {
        var norms = _inverseNorms.AsSpan(start, dots.Length);
        var squares = _squares.AsSpan(start, dots.Length);
        var i = 0;
        for (; i <= dots.Length - Vector256<float>.Count; i += Vector256<float>.Count)
        {
            var dot = Vector256.Create(dots[i..]);
            var far = -dot * Vector256.Create<float>(norms[i..]);
            var away = Vector256.Create<float>(squares[i..]) - (dot + dot);
            if (cosine is not null && Vector256.LessThanAny(far, Vector256.Create(cosine.Bar)))
                for (var lane = 0; lane < Vector256<float>.Count; lane++) cosine.Offer(far[lane], start + i + lane);
            if (euclidean is not null && Vector256.LessThanAny(away, Vector256.Create(euclidean.Bar)))
                for (var lane = 0; lane < Vector256<float>.Count; lane++) euclidean.Offer(away[lane], start + i + lane);
        }
        for (; i < dots.Length; i++)
        {
            cosine?.Offer(-dots[i] * norms[i], start + i);
            euclidean?.Offer(squares[i] - (dots[i] + dots[i]), start + i);
        }
    }

    private void Rank(int query, (Candidates Cosine, Candidates Euclidean) found, NeighbourTable table)
    {
        if (table.Cosine.Length > 0) table.Cosine[query] = Nearest(found.Cosine.Indices, index => ExactDistance.Cosine(_queries[query], _bank[index]));
        if (table.Euclidean.Length > 0) table.Euclidean[query] = Nearest(found.Euclidean.Indices, index => ExactDistance.SquaredEuclidean(_queries[query], _bank[index]));
    }

    private int[] Nearest(ReadOnlySpan<int> candidates, Func<int, double> distance)
    {
        var ranked = candidates.ToArray().Select(index => (Distance: distance(index), Index: index)).ToArray();
        Array.Sort(ranked);
        return [.. ranked.Take(_k).Select(pair => pair.Index)];
    }
}
