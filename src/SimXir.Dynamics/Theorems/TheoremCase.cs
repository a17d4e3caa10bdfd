using System.Collections.Immutable;
using System.Globalization;

namespace SimXir.Dynamics;

/// <summary>One or two groups on which a claim is tried.</summary>
/// <param name="Groups">Disjoint: no point of one is a neighbour of one of the other.</param>
public sealed record TheoremCase(ImmutableArray<TheoremGroup> Groups)
{
    /// <summary>D of the representations.</summary>
    public int Dimensions => Groups[0].F0.Dimensions;

    /// <summary>Points of all groups.</summary>
    public int Points => Groups.Sum(group => group.Inputs.Count);

    /// <summary>The case in a line: each point's first representation and its neighbours after it, points counted from 0 within a group.</summary>
    public string Describe() => string.Join("; ", Groups.Select((group, i) =>
        $"G{i + 1} = {{{string.Join(", ", group.F0.ToRows().Select((f, x) => $"{x}: ({string.Join(", ", f.Select(Number))}){Beside(group, x)}"))}}}"));

    /// <summary>Each group's representations after some steps.</summary>
    /// <exception cref="DynamicsException">On the sphere: they are not defined.</exception>
    public IReadOnlyList<PointSet> After(int steps, Geometry geometry) =>
        [.. Groups.Select(group => NeighbourAveraging.Trajectory(group.Neighbours, group.F0, geometry).ElementAt(steps))];

    /// <summary>Only the first groups.</summary>
    internal TheoremCase First(int count) => new(Groups[..count]);

    /// <summary>Smaller cases are easier to grasp: fewer points first, then fewer dimensions, fewer broken numbers, smaller numbers, and then
    /// fewer signs.</summary>
    internal (int Points, int Dimensions, int Broken, double Sum, int Negative) Size => (
        Points, Dimensions, Numbers.Count(value => value != Math.Truncate(value)), Numbers.Sum(Math.Abs), Numbers.Count(value => value < 0));

    private IEnumerable<double> Numbers => Groups.SelectMany(group => group.F0.Values.ToArray());

    private static string Beside(TheoremGroup group, int x) =>
        group.Lists[x].Length == 1 ? "" : $" ~ {string.Join(" ", group.Lists[x].Where(other => other != x))}";

    private static string Number(double value) => value.ToString("0.###", CultureInfo.InvariantCulture);
}
