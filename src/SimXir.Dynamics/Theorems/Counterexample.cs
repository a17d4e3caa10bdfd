namespace SimXir.Dynamics;

/// <summary>A case that refutes a claim.</summary>
/// <param name="Case">The smallest found.</param>
/// <param name="Geometry">Of its representations.</param>
/// <param name="Step">The step at which it does; null where it is about the limit.</param>
/// <param name="What">What was seen.</param>
public sealed record Counterexample(TheoremCase Case, Geometry Geometry, int? Step, string What);
