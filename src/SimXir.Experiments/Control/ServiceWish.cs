namespace SimXir.Experiments;

/// <summary>What a user wants of a sweep's place among others.</summary>
/// <param name="Priority">Higher goes first.</param>
/// <param name="Weight">The share of slot time at equal priority; null to leave it.</param>
/// <param name="Preempt">Whether it makes others give their slots back; null to leave it.</param>
public sealed record ServiceWish(int Priority, double? Weight, bool? Preempt);
