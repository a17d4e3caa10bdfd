namespace SimXir.Worker;

/// <summary>Where an attempt begins.</summary>
/// <param name="Checkpoint">What it goes on from; null at the round's beginning.</param>
/// <param name="ResumeStep">The steps finished in it.</param>
/// <param name="ReachedStep">The furthest that an earlier attempt is known to have come: up to there work is done again.</param>
public sealed record AttemptBeginning(byte[]? Checkpoint, long ResumeStep, long ReachedStep);
