namespace SimXir.Store;

/// <summary>The first line of an attempt's metrics: what earlier attempts measured at or after this step is void.</summary>
/// <param name="FromStep">The index of the first step that the attempt does, counted from 0.</param>
/// <param name="At">When it began.</param>
internal sealed record AttemptStart(long FromStep, DateTimeOffset At);
