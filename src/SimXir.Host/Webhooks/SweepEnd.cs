using SimXir.Experiments;

namespace SimXir.Host;

/// <summary>What a webhook is told.</summary>
/// <param name="Type"><c>sweep.ended</c>.</param>
/// <param name="Sweep">Which.</param>
/// <param name="Submission">Counts the submissions that found the sweep new or ended.</param>
/// <param name="State">Completed, Failed or Cancelled.</param>
/// <param name="Cells">How many cells ended in each state.</param>
public sealed record SweepEnd(string Type, SweepId Sweep, int Submission, CellState State, IReadOnlyDictionary<string, int> Cells)
{
    public const string Ended = "sweep.ended";

    /// <summary>The same however often it is told, so that a receiver can tell a repetition.</summary>
    public string Id => FormattableString.Invariant($"{Sweep}.{Submission}");
}
