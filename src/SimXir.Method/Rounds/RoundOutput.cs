using System.Collections.Immutable;
using SimXir.Experiments;

namespace SimXir.Method;

/// <summary>What became of a round.</summary>
/// <param name="Outcome"><see cref="StopReason.Completed"/>, <see cref="StopReason.Diverged"/>, or <see cref="StopReason.Preempted"/> where
/// the host asked to stop.</param>
/// <param name="Parts">By name (<see cref="RoundParts"/>): of a completed training round.</param>
/// <param name="Training">Of a training round that completed or diverged.</param>
/// <param name="Evaluation">Of a completed evaluation.</param>
public sealed record RoundOutput(
    StopReason Outcome,
    IReadOnlyDictionary<string, byte[]> Parts,
    TrainingSummary? Training,
    EvaluationResult? Evaluation)
{
    /// <summary>What whoever reads the result should know, in sentences: a probe that did not converge, where it diverged.</summary>
    public ImmutableArray<string> Notes { get; init; } = [];

    internal static RoundOutput Of(StopReason outcome) => new(outcome, ImmutableDictionary<string, byte[]>.Empty, null, null);
}
