namespace SimXir.Dynamics;

/// <summary>Where the inputs of each topology lie.</summary>
internal static class TopologyInputs
{
    private const int MostLeaves = 5;

    /// <returns>(N, 2); fewer than asked for where the topology has no room for more.</returns>
    public static PointSet Of(Topology topology, int count) => PointSet.Of([.. topology switch
    {
        Topology.Ring when count > 3 => Enumerable.Range(0, count).Select(i => OnCircle(0.5 / Math.Sin(Math.PI / count), i, count)),
        Topology.Star => Enumerable.Range(0, Math.Min(count, MostLeaves + 1)).Select(i => i == 0 ? [0, 0] : OnCircle(1, i - 1, MostLeaves)),
        Topology.Clique => Enumerable.Range(0, count).Select(i => OnCircle(0.4, i, count)),
        Topology.Ladder => Enumerable.Range(0, count).Select(i => new double[] { i / 2, i % 2 }),
        _ => Enumerable.Range(0, count).Select(i => new double[] { i, 0 }),
    }]);

    private static double[] OnCircle(double radius, int i, int count) =>
        [radius * Math.Cos(2 * Math.PI * i / count), radius * Math.Sin(2 * Math.PI * i / count)];
}
