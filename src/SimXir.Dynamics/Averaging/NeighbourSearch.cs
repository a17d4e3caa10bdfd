namespace SimXir.Dynamics;

/// <summary>Finds neighbours cell by cell: once to count them, once to write them down, so that nothing larger than the result is needed.</summary>
internal sealed class NeighbourSearch
{
    private readonly CellGrid _grid;
    private readonly PointSet _rows;
    private readonly Func<double, bool> _near;
    private readonly int _threads;

    /// <param name="inputs">(N, D).</param>
    /// <param name="radius">No neighbour is farther away.</param>
    /// <param name="near">Whether a distance makes two inputs neighbours.</param>
    /// <param name="threads">1 or more.</param>
    public NeighbourSearch(PointSet inputs, double radius, Func<double, bool> near, int threads)
    {
        _grid = new CellGrid(inputs, radius);
        (_rows, _near, _threads) = (inputs.Pick(_grid.Order), near, threads);
    }

    /// <summary>(N): which input each row is.</summary>
    public int[] Order => _grid.Order;

    /// <summary>(N): how many neighbours each row has.</summary>
    public int[] Sizes()
    {
        var sizes = new int[_rows.Count];
        ForEachPair((row, _) => sizes[row]++);
        return sizes;
    }

    /// <summary>The neighbours of each row, rising.</summary>
    /// <param name="starts">(N + 1): where those of each begin.</param>
    public int[] Columns(int[] starts)
    {
        var columns = new int[starts[^1]];
        var next = starts.ToArray();
        ForEachPair((row, column) => columns[next[row]++] = column);
        return columns;
    }

    /// <summary>Rows are shared out among the threads, and each row meets its neighbours in rising order.</summary>
    private void ForEachPair(Action<int, int> visit) => Parallel.For(0, _grid.Count, new ParallelOptions { MaxDegreeOfParallelism = _threads }, cell =>
    {
        var around = _grid.Around(cell);
        for (var row = _grid[cell].Start.Value; row < _grid[cell].End.Value; row++)
            foreach (var range in around)
                for (var column = range.Start.Value; column < range.End.Value; column++)
                    if (_near(Vectors.Distance(_rows[row], _rows[column]))) visit(row, column);
    });
}
