using System.Collections.Immutable;

namespace SimXir.Report;

/// <summary>One line of a block: an encoder, or its gain over baseline.</summary>
/// <param name="Label">Such as <c>simxir *</c>.</param>
/// <param name="Count">Seeds that the figures rest on, such as <c>3</c>, or <c>2/3</c> where some have none.</param>
/// <param name="Values">One text for each metric; empty where <paramref name="Words"/> stand instead.</param>
/// <param name="Words">Why there is no figure, such as <c>2 failed, 1 running</c>.</param>
internal sealed record TableRow(string Label, string Count, ImmutableArray<string> Values, string? Words);
