using System.Collections.Concurrent;
using System.Collections.Immutable;
using SimXir.Experiments;
using SimXir.Grid;
using SimXir.Store;

namespace SimXir.Host;

/// <summary>Adds up where slot time went; of a round that is committed it remembers the sum.</summary>
internal sealed class LedgerLook(IObjectStore store, TimeProvider time)
{
    private const int AtOnce = 16;
    private static readonly TimeSpan TellEvery = TimeSpan.FromMilliseconds(250);
    private readonly RoundStore _rounds = new(store);
    private readonly GrainRecords _grains = new(store);
    private readonly ConcurrentDictionary<RoundKey, Part> _committed = new();

    /// <param name="plan">Whose rounds.</param>
    /// <param name="tell">Is told now and then how far it is, since the first look at thousands of rounds takes its time; null: nobody.</param>
    /// <param name="cancellation">Ends it.</param>
    public async Task<LedgerView> LookAsync(SweepPlan plan, Action<LedgerProgress>? tell, CancellationToken cancellation)
    {
        var parts = new ConcurrentBag<Part>();
        var rounds = plan.Experiments.SelectMany(experiment => experiment.Rounds).Select(round => round.Key).Distinct().ToArray();
        var options = new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellation };
        var all = Parallel.ForEachAsync(rounds, options, async (key, token) => parts.Add(await PartAsync(key, token)));
        while (tell is not null && await Task.WhenAny(all, Task.Delay(TellEvery, time, cancellation)) != all && !cancellation.IsCancellationRequested)
        {
            var counted = parts.ToArray();
            tell(new LedgerProgress(Sum(counted), counted.Length, rounds.Length));
        }
        await all;
        return Sum(parts);
    }

    private static LedgerView Sum(IReadOnlyCollection<Part> parts)
    {
        var wasted = parts.SelectMany(part => part.Wasted).GroupBy(part => part.Key, part => part.Value).ToImmutableSortedDictionary(group => group.Key, group => group.Sum());
        return new LedgerView(parts.Aggregate(new SlotLedger(), (sum, part) => sum + part.Ledger), wasted);
    }

    private async ValueTask<Part> PartAsync(RoundKey key, CancellationToken cancellation)
    {
        if (_committed.TryGetValue(key, out var known)) return known;
        var manifest = (await _rounds.ReadManifestAsync(key, help: false, cancellation))?.Manifest;
        var ledger = manifest?.Ledger ?? (await _rounds.ReadHeadAsync(key, cancellation))?.Ledger ?? new SlotLedger();
        var state = await _grains.RoundAsync(key, cancellation);
        var part = new Part(ledger + (state?.Lost ?? new SlotLedger()), state?.Wasted is { Count: > 0 } wasted ? wasted : ImmutableDictionary<StopReason, double>.Empty);
        if (manifest is not null && state is null or { Status: RoundStatus.Completed or RoundStatus.Diverged }) _committed[key] = part;
        return part;
    }

    private sealed record Part(SlotLedger Ledger, IReadOnlyDictionary<StopReason, double> Wasted);
}
