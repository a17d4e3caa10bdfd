namespace SimXir.Experiments;

/// <summary>What became of a user's order.</summary>
/// <param name="Sweep">Which sweep.</param>
/// <param name="Order">What was asked.</param>
/// <param name="Changed">Whether it asks for anything that was not so before.</param>
/// <param name="Message">What was asked and what will happen, in a line.</param>
public sealed record ControlReply(SweepId Sweep, SweepOrder Order, bool Changed, string Message);
