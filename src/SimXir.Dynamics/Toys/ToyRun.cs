using System.Collections.Immutable;

namespace SimXir.Dynamics;

/// <summary>A toy experiment under one geometry: what figures 4 and 5 show of it.</summary>
/// <param name="Geometry">Equation 2.4 or 4.2.</param>
/// <param name="Groups">Of the points.</param>
/// <param name="Measures">(T + 1): after 0, 1, … steps.</param>
/// <param name="Snapshots">The representations after some of the steps.</param>
public sealed record ToyRun(
    Geometry Geometry, NeighbourGroups Groups, ImmutableArray<GroupMeasures> Measures, ImmutableSortedDictionary<int, PointSet> Snapshots)
{
    /// <summary>Runs all steps.</summary>
    /// <param name="toy">Inputs and first representations; on the sphere, their directions.</param>
    /// <param name="geometry">Equation 2.4 or 4.2.</param>
    /// <param name="steps">T.</param>
    /// <param name="shown">After which steps, 0 to T, representations are kept.</param>
    /// <exception cref="DynamicsException">On the sphere: a representation is 0, or the neighbours of a point average to 0.</exception>
    public static ToyRun Of(FourGroups toy, Geometry geometry, int steps, IReadOnlyCollection<int> shown)
    {
        var measures = ImmutableArray.CreateBuilder<GroupMeasures>();
        var snapshots = ImmutableSortedDictionary.CreateBuilder<int, PointSet>();
        foreach (var (t, f) in NeighbourAveraging.Trajectory(toy.Neighbours, toy.F0, geometry).Take(steps + 1).Index())
        {
            measures.Add(GroupMeasures.Of(f, toy.Groups, geometry));
            if (shown.Contains(t)) snapshots.Add(t, f);
        }
        return new ToyRun(geometry, toy.Groups, measures.ToImmutable(), snapshots.ToImmutable());
    }

    /// <summary>The largest way that a group's mean is from where it began, after t steps.</summary>
    public double Drift(int t) => Measures[t].Drift(Measures[0]);
}
