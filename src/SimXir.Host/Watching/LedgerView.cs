using System.Collections.Immutable;
using SimXir.Experiments;

namespace SimXir.Host;

/// <summary>Where a sweep's slot time went.</summary>
/// <param name="Ledger">All its rounds, each counted once.</param>
/// <param name="Wasted">Its wasted seconds by the reason of the stop.</param>
public sealed record LedgerView(SlotLedger Ledger, ImmutableSortedDictionary<StopReason, double> Wasted);
