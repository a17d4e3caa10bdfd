using System.Collections.Immutable;

namespace SimXir.Dynamics;

/// <summary>A small neighbour-connected group with its first representations, on which a claim is tried.</summary>
public sealed class TheoremGroup
{
    /// <summary>Inputs this near are neighbours; a little over 1, so that inputs one apart are, whatever the rounding.</summary>
    private const double Radius = 1.1;

    /// <param name="inputs">(N, 2): only which of them are neighbours matters.</param>
    /// <param name="f0">(N, D): as drawn; on the sphere, their directions are taken.</param>
    public TheoremGroup(PointSet inputs, PointSet f0)
    {
        (Inputs, F0, Neighbours) = (inputs, f0, Neighbourhoods.Within(inputs, Radius));
        Lists = [.. Enumerable.Range(0, inputs.Count).Select(input => Neighbours.Of(input).ToImmutableArray())];
        HopDiameter = Enumerable.Range(0, inputs.Count).Max(Hops);
    }

    /// <summary>(N, 2).</summary>
    public PointSet Inputs { get; }

    /// <summary>(N, D).</summary>
    public PointSet F0 { get; }

    /// <summary>N(x) of each input.</summary>
    public Neighbourhoods Neighbours { get; }

    /// <summary>The same as lists, rising, x itself included.</summary>
    public ImmutableArray<ImmutableArray<int>> Lists { get; }

    /// <summary>The longest of the shortest neighbouring paths, in steps; <see cref="int.MaxValue"/> where the group is not connected.</summary>
    public int HopDiameter { get; }

    /// <summary>Whether definition 4.1 holds.</summary>
    public bool IsConnected => HopDiameter != int.MaxValue;

    /// <summary>Whether any two points share a neighbour.</summary>
    public bool SharesNeighbours => HopDiameter <= 2;

    /// <summary>Whether all neighbourhoods have equally many points.</summary>
    public bool HasEqualNeighbourhoods => Lists.All(list => list.Length == Lists[0].Length);

    /// <summary>The group without one of its points.</summary>
    public TheoremGroup Without(int point)
    {
        int[] others = [.. Enumerable.Range(0, Inputs.Count).Where(other => other != point)];
        return new TheoremGroup(Inputs.Pick(others), F0.Pick(others));
    }

    /// <summary>The group with other first representations.</summary>
    public TheoremGroup With(PointSet f0) => new(Inputs, f0);

    /// <summary>Steps from an input to the farthest.</summary>
    private int Hops(int from)
    {
        HashSet<int> reached = [from];
        int[] edge = [from];
        for (var hops = 0; ; hops++)
        {
            edge = [.. edge.SelectMany(input => Lists[input]).Distinct().Where(reached.Add)];
            if (edge.Length == 0) return reached.Count == Inputs.Count ? hops : int.MaxValue;
        }
    }
}
