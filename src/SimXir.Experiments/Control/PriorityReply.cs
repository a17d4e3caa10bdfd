namespace SimXir.Experiments;

/// <summary>What became of a wish for another priority.</summary>
/// <param name="Sweep">Which sweep.</param>
/// <param name="Priority">From now on.</param>
/// <param name="Weight">From now on.</param>
/// <param name="Preempt">From now on.</param>
/// <param name="Message">What was asked and what will happen, in a line.</param>
public sealed record PriorityReply(SweepId Sweep, int Priority, double Weight, bool Preempt, string Message);
