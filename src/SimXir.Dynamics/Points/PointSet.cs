using System.Globalization;

namespace SimXir.Dynamics;

/// <summary>N points in D dimensions, row after row in one array.</summary>
public sealed class PointSet
{
    private readonly double[] _values;

    /// <param name="dimensions">D, 1 or more.</param>
    /// <param name="values">(N, D), row after row, finite; taken over, not copied.</param>
    internal PointSet(int dimensions, double[] values) => (Dimensions, _values, Count) = (dimensions, values, values.Length / dimensions);

    /// <summary>N.</summary>
    public int Count { get; }

    /// <summary>D.</summary>
    public int Dimensions { get; }

    /// <summary>(N, D), row after row.</summary>
    public ReadOnlySpan<double> Values => _values;

    /// <summary>(D): one point.</summary>
    public ReadOnlySpan<double> this[int point] => _values.AsSpan(point * Dimensions, Dimensions);

    /// <summary>The points of N arrays of D coordinates.</summary>
    /// <param name="rows">(N, D): one or more rows, of one length, finite.</param>
    /// <exception cref="DynamicsException">Which point is not so.</exception>
    public static PointSet Of(IReadOnlyList<double[]> rows)
    {
        if (rows.Count == 0 || rows[0].Length == 0) throw new DynamicsException("There are no points, or they have no coordinates: give one point or more.");
        var dimensions = rows[0].Length;
        foreach (var (i, row) in rows.Index())
        {
            if (row.Length != dimensions) throw new DynamicsException($"Point {i} has {row.Length} coordinates where point 0 has {dimensions}: all need the same number.");
            var bad = Array.FindIndex(row, value => !double.IsFinite(value));
            if (bad >= 0)
                throw new DynamicsException(string.Create(CultureInfo.InvariantCulture, $"Coordinate {bad} of point {i} is {row[bad]}: all must be finite."));
        }
        return new PointSet(dimensions, [.. rows.SelectMany(row => row)]);
    }

    /// <summary>(N, D) as arrays of their own.</summary>
    public double[][] ToRows() => [.. Enumerable.Range(0, Count).Select(point => this[point].ToArray())];

    /// <summary>Some of the points, in the order asked for.</summary>
    public PointSet Pick(IReadOnlyList<int> points)
    {
        var values = new double[points.Count * Dimensions];
        for (var i = 0; i < points.Count; i++) this[points[i]].CopyTo(values.AsSpan(i * Dimensions));
        return new PointSet(Dimensions, values);
    }

    /// <summary>(D): the mean of all points.</summary>
    public double[] Mean()
    {
        var mean = new double[Dimensions];
        for (var i = 0; i < _values.Length; i++) mean[i % Dimensions] += _values[i];
        for (var i = 0; i < mean.Length; i++) mean[i] /= Count;
        return mean;
    }

    /// <summary>The points' directions, on the unit sphere.</summary>
    /// <exception cref="DynamicsException">Which point is 0, and so has none.</exception>
    public PointSet Directions()
    {
        var values = _values.ToArray();
        for (var i = 0; i < Count; i++)
        {
            var point = values.AsSpan(i * Dimensions, Dimensions);
            if (!Vectors.Normalise(point))
                throw new DynamicsException($"Point {i} is the zero vector, which has no place on the sphere (the paper excludes it): remove or move it.");
        }
        return new PointSet(Dimensions, values);
    }
}
