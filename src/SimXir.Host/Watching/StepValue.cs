namespace SimXir.Host;

/// <summary>A measurement.</summary>
/// <param name="Step">Steps finished of the round.</param>
/// <param name="Value">What was measured.</param>
public readonly record struct StepValue(long Step, double Value);
