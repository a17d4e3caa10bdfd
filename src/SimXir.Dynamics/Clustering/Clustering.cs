using System.Collections.Immutable;

namespace SimXir.Dynamics;

/// <summary>A partition of N points.</summary>
/// <param name="Labels">(N): the cluster of each point, counted from 0.</param>
/// <param name="Inertia">Sum of the squared distances of points to their cluster's centre.</param>
public sealed record Clustering(ImmutableArray<int> Labels, double Inertia);
