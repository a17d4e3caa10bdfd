using System.Collections.Immutable;

namespace SimXir.Store;

/// <summary>A round's measurements over all its attempts, each step counted once.</summary>
/// <param name="Points">In order of their steps.</param>
/// <param name="UnreadableLines">Lines that could not be read, such as the last one of a process that was killed while it wrote.</param>
public sealed record MetricCurve(ImmutableArray<MetricPoint> Points, int UnreadableLines);
