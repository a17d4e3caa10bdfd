using System.Collections.Immutable;

namespace SimXir.Host;

/// <summary>One measure of a round over its steps, with no more points than were asked for.</summary>
/// <param name="Measure">loss, learningRate, knn, featureSpread or viewsPerSecond.</param>
/// <param name="Measured">How many points there are in all.</param>
/// <param name="Points">Those kept, in the order of their steps; the first and the last among them. What is no number is left out.</param>
public sealed record Curve(string Measure, int Measured, ImmutableArray<StepValue> Points);
