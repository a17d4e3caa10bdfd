namespace SimXir.Dynamics;

/// <summary>What <see cref="DynamicsBench"/> times.</summary>
/// <param name="Points">N, uniform in the unit square.</param>
/// <param name="Neighbours">The average that the radius aims at; points near the sides have fewer.</param>
/// <param name="Steps">T.</param>
/// <param name="Geometry">Which dynamics.</param>
/// <param name="Threads">1 or more.</param>
public sealed record DynamicsBenchOptions(int Points, int Neighbours, int Steps, Geometry Geometry, int Threads);
