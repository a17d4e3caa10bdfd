using System.Security.Cryptography;
using SimXir.Experiments;
using SimXir.Grid;
using SimXir.Store;

namespace SimXir.Host;

/// <summary>Holds a sweep's store, while it runs and when it has ended, against what a grid that loses nothing may never do.</summary>
public sealed class RigAudit(IObjectStore store, SweepPlan plan)
{
    private readonly Dictionary<RoundKey, string> _committed = [];
    private readonly HashSet<RoundKey> _again = [];
    private readonly GrainRecords _grains = new(store);

    private IEnumerable<PlannedRound> Rounds => plan.Experiments.SelectMany(experiment => experiment.Rounds).DistinctBy(round => round.Key);

    /// <summary>Remembers each manifest as it first stood; one that stands otherwise later was committed twice.</summary>
    public async Task LookAsync(CancellationToken cancellation)
    {
        foreach (var round in Rounds)
        {
            if (await store.ReadAsync(RoundNames.Manifest(round.Key), cancellation) is not { } found) continue;
            var digest = Convert.ToHexStringLower(SHA256.HashData(found.Content.Span));
            if (!_committed.TryAdd(round.Key, digest) && _committed[round.Key] != digest) _again.Add(round.Key);
        }
    }

    /// <summary>The whole account, of a sweep that has ended.</summary>
    public async Task<RigReport> ReportAsync(CancellationToken cancellation)
    {
        await LookAsync(cancellation);
        var (rounds, parts) = (new RoundStore(store), new ContentStore(store));
        var result = await new StoreReading(store).ResultAsync(plan.Sweep, cancellation);
        var report = new RigReport
        {
            Cells = result.Cells.Length,
            CellsCompleted = result.Cells.Count(cell => cell.State == CellState.Completed),
            Rounds = Rounds.Count(),
            RoundsCommittedTwice = _again.Count,
            Ledger = result.Ledger,
        };
        foreach (var round in Rounds)
        {
            var state = await _grains.RoundAsync(round.Key, cancellation);
            if ((await rounds.ReadManifestAsync(round.Key, cancellation: cancellation))?.Manifest is not { } manifest) continue;
            var isSound = true;
            foreach (var part in manifest.Parts.Values) isSound &= await parts.VerifyAsync(part, cancellation) == PartState.Sound;
            report = report with
            {
                RoundsCommitted = report.RoundsCommitted + 1,
                RoundsDamaged = report.RoundsDamaged + (isSound ? 0 : 1),
                RoundsRunAgain = report.RoundsRunAgain + (state is null || state.Fence > manifest.Fence ? 1 : 0),
                RoundsUnexplained = report.RoundsUnexplained + (state is not null && Explains(state, manifest) ? 0 : 1),
                Attempts = report.Attempts + (state?.Attempts ?? 0),
            };
        }
        return report;
    }

    /// <summary>Each grant, each early end but the last, and the commit stand in the round's causal log.</summary>
    private static bool Explains(RoundState state, RoundManifest manifest)
    {
        var log = state.Log.Select(entry => entry.Text).ToArray();
        return log.Count(text => text.Contains(" granted to ", StringComparison.Ordinal)) == state.Attempts
            && log.Any(text => text.Contains(FormattableString.Invariant($"with fence {manifest.Fence}"), StringComparison.Ordinal))
            && log.Count(text => text.Contains(" stopped: ", StringComparison.Ordinal)) == state.Attempts - 1
            && log[^1].StartsWith("completed: ", StringComparison.Ordinal);
    }
}
