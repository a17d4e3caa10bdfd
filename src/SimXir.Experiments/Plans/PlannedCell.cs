namespace SimXir.Experiments;

/// <summary>One treatment of an experiment.</summary>
/// <param name="Treatment">What was done to the encoder.</param>
/// <param name="Encoder">The round whose weights are judged.</param>
/// <param name="Evaluation">The round that judges them.</param>
public sealed record PlannedCell(Treatment Treatment, RoundKey Encoder, RoundKey Evaluation);
