namespace SimXir.Host;

/// <summary>How far the adding up of a ledger is.</summary>
/// <param name="SoFar">The sum over the rounds that are counted.</param>
/// <param name="Counted">How many those are.</param>
/// <param name="Rounds">How many there are.</param>
public sealed record LedgerProgress(LedgerView SoFar, int Counted, int Rounds);
