namespace SimXir.Method;

/// <summary>
/// Exact nearest neighbours for both of the paper's distances from one matrix product, which is never stored: a tile of it is searched for
/// candidates while it is in the first-level cache. The order of the candidates is that of their distances in double precision, and no
/// float32 rounding can hide a neighbour, so neither tiles, nor threads, nor the machine can change the result.
/// </summary>
internal sealed class NearestNeighbours
{
    // The bank is laid out in pieces of this size, which bounds the memory.
    private const long PieceBytes = 64 << 20;

    // A thread's queries stay in its second-level cache while the bank streams by.
    private const int BlockBytes = 320 << 10;

    // Work of a thread between two questions whether to stop: a fraction of a second.
    private const int BlocksPerTurn = 4;
    private const int QueriesPerTurn = 64;

    private readonly FeatureMatrix _queries;
    private readonly TileKernel _kernel;
    private readonly NeighbourSearch[] _searches;
    private readonly int _threads;
    private readonly Action? _pause;

    private NearestNeighbours(FeatureMatrix queries, TileKernel kernel, NeighbourSearch[] searches, int threads, Action? pause) =>
        (_queries, _kernel, _searches, _threads, _pause) = (queries, kernel, searches, threads, pause);

    /// <param name="bank">N features, at least one.</param>
    /// <param name="queries">Q features of the same dimension, at least one.</param>
    /// <param name="k">Neighbours a query; all of the bank where it has fewer.</param>
    /// <param name="metric">What is near; the table of the other is empty.</param>
    /// <param name="threads">1 or more.</param>
    /// <param name="pause">Called a few times a second; it may throw to stop.</param>
    /// <param name="kernel">The machine's best where it is null.</param>
    public static NeighbourTable Find(
        FeatureMatrix bank, FeatureMatrix queries, int k, KnnMetric metric, int threads, Action? pause = null, TileKernel? kernel = null)
    {
        kernel ??= TileKernel.Best;
        var (normedBank, normedQueries) = (new NormedFeatures(bank, threads), new NormedFeatures(queries, threads));
        var padded = (bank.Count + kernel.Columns - 1) / kernel.Columns * kernel.Columns;
        var cosine = metric.HasFlag(KnnMetric.Cosine) ? Search(new CosineOrder(normedBank, normedQueries)) : null;
        var euclidean = metric.HasFlag(KnnMetric.Euclidean) ? Search(new EuclideanOrder(normedBank, normedQueries)) : null;
        NeighbourSearch[] searches = [.. new[] { cosine, euclidean }.OfType<NeighbourSearch>()];
        var search = new NearestNeighbours(queries, kernel, searches, threads, pause);
        search.Sweep(bank);
        return new NeighbourTable(search.Rank(cosine), search.Rank(euclidean));

        NeighbourSearch Search(DistanceOrder order) => new(order, bank.Count, padded, queries.Count, Math.Min(k, bank.Count));
    }

    /// <summary>Shows every product to the searches, for each query in order of the bank.</summary>
    private void Sweep(FeatureMatrix bank)
    {
        var featureBytes = sizeof(float) * (long)bank.Dimensions;
        var piece = (int)Math.Clamp(PieceBytes / featureBytes / _kernel.Columns * _kernel.Columns, _kernel.Columns, int.MaxValue / 2);
        var groupsPerBlock = (int)Math.Max(1, BlockBytes / featureBytes / _kernel.Rows);
        using var rows = new Panels(_queries.Count, _kernel.Rows, bank.Dimensions);
        using var columns = new Panels(Math.Min(piece, bank.Count), _kernel.Columns, bank.Dimensions);
        rows.Fill(_queries, 0, _queries.Count, _threads);
        var groups = rows.Count(_queries.Count);
        for (var first = 0; first < bank.Count; first += piece)
        {
            var count = Math.Min(piece, bank.Count - first);
            columns.Fill(bank, first, count, _threads);
            var (start, panels) = (first, columns.Count(count));
            InTurns((groups + groupsPerBlock - 1) / groupsPerBlock, BlocksPerTurn, block =>
            {
                var from = block * groupsPerBlock;
                SearchBlock(rows, from, Math.Min(from + groupsPerBlock, groups), columns, panels, start);
            });
        }
    }

    private void SearchBlock(Panels rows, int from, int to, Panels columns, int panels, int start)
    {
        Span<float> tile = stackalloc float[_kernel.Rows * _kernel.Columns];
        for (var panel = 0; panel < panels; panel++)
        {
            for (var group = from; group < to; group++)
            {
                _kernel.Multiply(rows[group], columns[panel], tile);
                var query = group * _kernel.Rows;
                for (var row = 0; row < Math.Min(_kernel.Rows, _queries.Count - query); row++)
                {
                    var dots = tile.Slice(row * _kernel.Columns, _kernel.Columns);
                    foreach (var search in _searches) search.Scan(query + row, dots, start + panel * _kernel.Columns);
                }
            }
        }
    }

    private int[][] Rank(NeighbourSearch? search)
    {
        if (search is null) return [];
        var ranked = new int[_queries.Count][];
        InTurns(ranked.Length, QueriesPerTurn, query => ranked[query] = search.Rank(query));
        return ranked;
    }

    private void InTurns(int count, int perThread, Action<int> body)
    {
        var turn = perThread * _threads;
        for (var first = 0; first < count; first += turn)
        {
            InParallel.For(first, Math.Min(first + turn, count), _threads, body);
            _pause?.Invoke();
        }
    }
}
