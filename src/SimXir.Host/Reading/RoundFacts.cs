using SimXir.Experiments;
using SimXir.Grid;
using SimXir.Store;

namespace SimXir.Host;

/// <summary>What a store tells of one round.</summary>
/// <param name="Round">Which.</param>
/// <param name="Entry">What its experiment knows of it; null where it has not been asked for.</param>
/// <param name="State">What it remembers itself.</param>
/// <param name="Checkpoint">Its newest checkpoint.</param>
/// <param name="Unmade">Titles of its parents that have no result.</param>
public sealed record RoundFacts(PlannedRound Round, RoundEntry? Entry, RoundState? State, HeadCheckpoint? Checkpoint, IReadOnlyList<string> Unmade);
