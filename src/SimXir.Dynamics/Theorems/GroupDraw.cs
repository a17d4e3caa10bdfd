namespace SimXir.Dynamics;

/// <summary>What the generator draws of a group.</summary>
/// <param name="Topology">Of the inputs.</param>
/// <param name="Count">Points, 1 to <see cref="Most"/>.</param>
/// <param name="Scatter">Of the representations.</param>
/// <param name="Numbers">(3 x <see cref="Most"/>): whole numbers from -3 to 3.</param>
internal sealed record GroupDraw(Topology Topology, int Count, Scatter Scatter, int[] Numbers)
{
    /// <summary>Points of a group; the least that lets a chain and a ring show what they can.</summary>
    public const int Most = 8;

    private const double FifteenDegrees = Math.PI / 12;

    /// <param name="dimensions">D, 1 to 3.</param>
    /// <param name="side">1 or -1: which way from the origin heaps and arcs lie.</param>
    public TheoremGroup Group(int dimensions, int side)
    {
        var inputs = TopologyInputs.Of(Topology, Count);
        return new TheoremGroup(inputs, PointSet.Of([.. Enumerable.Range(0, inputs.Count).Select(i => Place(i, inputs.Count, dimensions, side))]));
    }

    private double[] Place(int i, int count, int dimensions, int side) => Scatter switch
    {
        Scatter.Positive => [.. Row(i, dimensions).Select(Math.Abs)],
        Scatter.TwoPlaces => Row(2 * i < count ? 0 : 1, dimensions),
        Scatter.Heap => [.. Row(i, dimensions).Select((number, axis) => Math.Sign(number) + (axis == 0 ? 3 * side : 0.0))],
        Scatter.Winding when dimensions > 1 => Circle(2 * Math.PI * i / count, dimensions),
        Scatter.Arc when dimensions > 1 => Circle(FifteenDegrees * (Numbers[i] * 2 + 1) + (side > 0 ? 0 : Math.PI), dimensions),
        _ => Row(i, dimensions),
    };

    private double[] Row(int i, int dimensions) => [.. Numbers.Skip(3 * i).Take(dimensions).Select(number => (double)number)];

    private static double[] Circle(double angle, int dimensions) => dimensions == 2 ? [Math.Cos(angle), Math.Sin(angle)] : [Math.Cos(angle), Math.Sin(angle), 0];
}
