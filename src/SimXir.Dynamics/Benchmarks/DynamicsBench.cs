namespace SimXir.Dynamics;

/// <summary>Times Table 4 on random points in the plane: finding the neighbours, then T steps.</summary>
public static class DynamicsBench
{
    public static DynamicsBenchResult Run(DynamicsBenchOptions options, TimeProvider? time = null)
    {
        time ??= TimeProvider.System;
        var random = new Random(0);
        PointSet inputs = Uniform(), f0 = Uniform();
        // A disc of this radius holds the neighbours that are asked for, where no side of the square cuts it.
        var radius = Math.Sqrt(options.Neighbours / (Math.PI * options.Points));
        Search(inputs.Pick([0, 1, 2]), f0.Pick([0, 1, 2])); // compiled before it is timed

        var allocated = GC.GetTotalAllocatedBytes(precise: true);
        var start = time.GetTimestamp();
        var dynamics = Search(inputs, f0);
        var search = time.GetElapsedTime(start);
        start = time.GetTimestamp();
        while (dynamics.Dynamics.Steps < options.Steps) dynamics.Dynamics.Step();
        var averaging = time.GetElapsedTime(start);
        return new DynamicsBenchResult(radius, dynamics.Edges, search, averaging, GC.GetTotalAllocatedBytes(precise: true) - allocated);

        PointSet Uniform() => new(2, [.. Enumerable.Range(0, 2 * options.Points).Select(_ => random.NextDouble())]);

        (NeighbourAveraging Dynamics, int Edges) Search(PointSet inputs, PointSet f0)
        {
            var neighbours = Neighbourhoods.CloserThan(inputs, radius, options.Threads);
            return (new NeighbourAveraging(neighbours, f0, options.Geometry, options.Threads), neighbours.Edges);
        }
    }
}
