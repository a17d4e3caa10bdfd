using SimXir.Experiments;

namespace SimXir.Host;

/// <summary>What is asked of a sweep.</summary>
/// <param name="Order">run, pause or cancel.</param>
public sealed record OrderRequest(SweepOrder Order);
