namespace SimXir.Dynamics;

/// <summary>
/// Points sorted into cells as wide as a radius, so that all neighbours of a point are in its cell and those around it. Cells are made of at
/// most three dimensions, those in which the points spread most; the others are left to the distance itself, so that any D is right and few
/// dimensions are fast.
/// </summary>
internal sealed class CellGrid
{
    private const int MostAxes = 3, KeyBits = 21, MostCellsAnAxis = 1 << 20;

    private readonly long[] _keys; // of the cells that have points, rising
    private readonly int[] _starts; // of each cell in Order, and the end of the last
    private readonly long[] _lines; // key differences to the middle cells of the lines of three cells around a cell, rising

    public CellGrid(PointSet points, double radius)
    {
        var axes = Axes(points);
        var keys = new long[points.Count];
        foreach (var (dimension, least, most) in axes)
        {
            // A little wider than the radius: rounding must not carry a neighbour over one cell more.
            var side = Math.Max(radius * (1 + 1e-9), (most - least) / MostCellsAnAxis);
            for (var i = 0; i < keys.Length; i++) keys[i] = (keys[i] << KeyBits) + 1 + (side > 0 ? (long)((points[i][dimension] - least) / side) : 0);
        }
        Order = [.. Enumerable.Range(0, points.Count)];
        Array.Sort(keys, Order);
        var starts = Enumerable.Range(0, keys.Length).Where(i => i == 0 || keys[i] != keys[i - 1]).ToArray();
        _keys = [.. starts.Select(start => keys[start])];
        _starts = [.. starts, points.Count];
        for (var cell = 0; cell < Count; cell++) Array.Sort(Order, _starts[cell], _starts[cell + 1] - _starts[cell]);
        _lines = Lines(axes.Length);
    }

    /// <summary>Cells that have points.</summary>
    public int Count => _keys.Length;

    /// <summary>(N): the points, cell by cell, rising within each.</summary>
    public int[] Order { get; }

    /// <summary>Where a cell's points are in <see cref="Order"/>.</summary>
    public Range this[int cell] => _starts[cell].._starts[cell + 1];

    /// <summary>Where the points of a cell and of those around it are in <see cref="Order"/>, rising.</summary>
    public Range[] Around(int cell) => [.. _lines.Select(line => _starts[First(_keys[cell] + line - 1)].._starts[First(_keys[cell] + line + 2)])];

    /// <summary>The first cell with this key or a larger one.</summary>
    private int First(long key)
    {
        var found = Array.BinarySearch(_keys, key);
        return found >= 0 ? found : ~found;
    }

    private static (int Dimension, double Least, double Most)[] Axes(PointSet points) =>
    [
        .. Enumerable.Range(0, points.Dimensions).Select(dimension =>
            {
                double least = double.PositiveInfinity, most = double.NegativeInfinity;
                for (var i = 0; i < points.Count; i++) (least, most) = (Math.Min(least, points[i][dimension]), Math.Max(most, points[i][dimension]));
                return (dimension, least, most);
            })
            .OrderByDescending(axis => axis.most - axis.least).Take(MostAxes),
    ];

    private static long[] Lines(int axes)
    {
        long[] lines = [0];
        for (var axis = 1; axis < axes; axis++)
            lines = [.. lines.SelectMany(line => new[] { -1L, 0, 1 }.Select(shift => line + (shift << (KeyBits * axis))))];
        Array.Sort(lines);
        return lines;
    }
}
