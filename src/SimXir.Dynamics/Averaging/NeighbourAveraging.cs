using System.Collections.Concurrent;

namespace SimXir.Dynamics;

/// <summary>
/// The neighbour-averaging dynamics: each round of SimXIR replaces a representation by the mean of its neighbours' representations of the
/// round before (Table 4's <c>avg_mean</c> and <c>cos_mean</c>). Neighbours are near as inputs, and stay the same throughout.
/// </summary>
public sealed class NeighbourAveraging
{
    /// <summary>Sums that one thread does faster than it would share them.</summary>
    private const int Few = 20_000;

    private readonly Neighbourhoods _neighbours;
    private readonly Geometry _geometry;
    private readonly int _dimensions;
    private readonly int _threads;
    private double[] _f, _next;

    /// <param name="neighbours">N(x) of each of N inputs.</param>
    /// <param name="f0">(N, D): the first representation of each input; on the sphere its direction is taken.</param>
    /// <param name="geometry">Where representations live.</param>
    /// <param name="threads">To work with, 1 or more; the numbers are the same with any.</param>
    /// <exception cref="DynamicsException">On the sphere: which representation is 0.</exception>
    public NeighbourAveraging(Neighbourhoods neighbours, PointSet f0, Geometry geometry, int threads = 1)
    {
        if (f0.Count != neighbours.Count) throw new ArgumentException($"{f0.Count} representations do not go with {neighbours.Count} inputs", nameof(f0));
        (_neighbours, _geometry, _dimensions) = (neighbours, geometry, f0.Dimensions);
        _threads = neighbours.Edges * (long)f0.Dimensions < Few ? 1 : threads;
        var start = geometry == Geometry.Spherical ? f0.Directions() : f0;
        _f = start.Pick(neighbours.Order).Values.ToArray();
        _next = new double[_f.Length];
    }

    /// <summary>t: the steps done so far.</summary>
    public int Steps { get; private set; }

    /// <summary>(N, D): f_t of each input, as a copy.</summary>
    public PointSet Representations()
    {
        var values = new double[_f.Length];
        for (var row = 0; row < _neighbours.Count; row++)
            _f.AsSpan(row * _dimensions, _dimensions).CopyTo(values.AsSpan(_neighbours.Order[row] * _dimensions));
        return new PointSet(_dimensions, values);
    }

    /// <summary>f_t from f_{t-1}: equation 2.4, or 4.2 on the sphere.</summary>
    /// <exception cref="DynamicsException">On the sphere: whose neighbours average to 0.</exception>
    public void Step()
    {
        if (_threads == 1) Step(..);
        else Parallel.ForEach(Partitioner.Create(0, _neighbours.Count), new ParallelOptions { MaxDegreeOfParallelism = _threads }, part => Step(part.Item1..part.Item2));
        (_f, _next) = (_next, _f);
        Steps++;
        if (_geometry == Geometry.Spherical) RefuseNothing();
    }

    /// <summary>f_0, f_1, f_2 and so on, without end.</summary>
    /// <inheritdoc cref="NeighbourAveraging(Neighbourhoods, PointSet, Geometry, int)"/>
    public static IEnumerable<PointSet> Trajectory(Neighbourhoods neighbours, PointSet f0, Geometry geometry, int threads = 1)
    {
        for (var dynamics = new NeighbourAveraging(neighbours, f0, geometry, threads); ; dynamics.Step()) yield return dynamics.Representations();
    }

    private void Step(Range rows)
    {
        rows = rows.Start..rows.End.GetOffset(_neighbours.Count);
        AveragingKernel.Mean(_neighbours, _f, _next, _dimensions, rows);
        if (_geometry == Geometry.Unconstrained) return;
        for (var row = rows.Start.Value; row < rows.End.Value; row++)
        {
            var mean = _next.AsSpan(row * _dimensions, _dimensions);
            if (!Vectors.Normalise(mean)) mean.Clear();
        }
    }

    /// <summary>A representation of length 0 is where <see cref="Step(Range)"/> found a mean without direction; the smallest such input is
    /// named, whichever thread met it.</summary>
    private void RefuseNothing()
    {
        var point = int.MaxValue;
        for (var row = 0; row < _neighbours.Count; row++)
            if (_f.AsSpan(row * _dimensions, _dimensions).IndexOfAnyExcept(0.0) < 0) point = Math.Min(point, _neighbours.Order[row]);
        if (point != int.MaxValue)
            throw new DynamicsException($"The neighbours of point {point} average to 0 at t = {Steps}, which has no direction on the sphere (the paper excludes it): move a point or change the radius.");
    }
}
