using System.Collections.Immutable;

namespace SimXir.Experiments;

/// <summary>The single commit point of a round: what it produced and how.</summary>
public sealed record RoundManifest
{
    public required RoundKey Key { get; init; }

    public required RoundRecipe Recipe { get; init; }

    /// <summary><see cref="StopReason.Completed"/> or <see cref="StopReason.Diverged"/>.</summary>
    public required StopReason Outcome { get; init; }

    /// <summary>The lease under which it was committed.</summary>
    public required long Fence { get; init; }

    /// <summary>How many attempts the round took, this one included.</summary>
    public required int Attempts { get; init; }

    /// <summary>By name: <c>weights</c> (the backbone), <c>state</c> (heads and optimizer of a pretraining block).</summary>
    public ImmutableSortedDictionary<string, PartRef> Parts { get; init; } = ImmutableSortedDictionary<string, PartRef>.Empty;

    /// <summary>A training round's last figures.</summary>
    public TrainingSummary? Training { get; init; }

    /// <summary>An evaluation's figures.</summary>
    public EvaluationResult? Evaluation { get; init; }

    /// <summary>What whoever reads the result should know, in sentences, such as a probe that did not converge.</summary>
    public ImmutableArray<string> Notes { get; init; } = [];

    public required RunEnvironment Environment { get; init; }

    public required DateTimeOffset StartedAt { get; init; }

    public required DateTimeOffset CommittedAt { get; init; }

    /// <summary>Slot time of all its attempts, as far as they could still say.</summary>
    public required SlotLedger Ledger { get; init; }
}
