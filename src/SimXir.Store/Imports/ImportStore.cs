using System.Collections.Immutable;
using SimXir.Experiments;

namespace SimXir.Store;

/// <summary>Imported backbones: each is committed as a round of its own, under the same protocol as a worker's, and then named.</summary>
public sealed class ImportStore(IObjectStore store)
{
    private readonly RoundStore _rounds = new(store);
    private readonly ContentStore _parts = new(store);

    /// <summary>The import of a name, or null. Throws <see cref="CorruptRecordException"/>.</summary>
    public async Task<StoredImport?> ReadAsync(ImportId name, CancellationToken cancellation = default)
    {
        var at = ImportNames.Of(name);
        return await store.ReadAsync(at, cancellation) is { } found ? JsonRecords.Parse<StoredImport>(found, store, at, import => import.Key != default) : null;
    }

    /// <summary>All names, in ordinal order.</summary>
    public async Task<ImmutableArray<ImportId>> ListAsync(CancellationToken cancellation = default)
    {
        var names = ImmutableArray.CreateBuilder<ImportId>();
        await foreach (var found in store.ListAsync(ImportNames.Prefix, cancellation))
            if (ImportNames.Parse(found) is { } name) names.Add(name);
        return [.. names.OrderBy(name => name.Value, StringComparer.Ordinal)];
    }

    /// <summary>Keeps the weights, commits their round, and gives it the name, whatever had it before. Doing it again mends what was lost
    /// or damaged.</summary>
    /// <param name="import">What to keep.</param>
    /// <param name="weights">Bytes with the hash that the recipe says.</param>
    /// <param name="environment">Where this is done.</param>
    /// <param name="cancellation">Ends the wait.</param>
    public async Task PutAsync(
        StoredImport import, ReadOnlyMemory<byte> weights, RunEnvironment environment, CancellationToken cancellation = default)
    {
        var part = await _parts.PutAsync(weights, checkExisting: true, cancellation);
        if (part.Sha256 != import.Recipe.Weights || import.Key != RecipeJson.KeyOf(import.Recipe))
        {
            throw new ArgumentException($"the recipe of import '{import.Name}' is not that of its weights, sha256:{part.Sha256}", nameof(import));
        }

        var manifest = new RoundManifest
        {
            Key = import.Key,
            Recipe = import.Recipe,
            Outcome = StopReason.Completed,
            Fence = 1,
            Attempts = 1,
            Parts = ImmutableSortedDictionary<string, PartRef>.Empty.Add("weights", part),
            Environment = environment,
            StartedAt = import.ImportedAt,
            CommittedAt = import.ImportedAt,
            Ledger = new SlotLedger(),
        };
        while (!await TryCommitAsync(manifest, cancellation))
        {
            // A worker that was to make the round, which it cannot, took it in between.
        }

        await store.PutAsync(ImportNames.Of(import.Name), JsonRecords.Bytes(import), cancellation);
    }

    /// <summary>True where the round is committed now, by whomever.</summary>
    private async Task<bool> TryCommitAsync(RoundManifest manifest, CancellationToken cancellation)
    {
        try
        {
            if (await _rounds.KeepAsync(manifest.Key, cancellation) is not null) return true;
            var fence = ((await _rounds.ReadHeadAsync(manifest.Key, cancellation))?.Fence ?? 0) + 1;
            return await _rounds.TakeAsync(manifest.Key, fence, cancellation) is not HeadUpdate.Fenced
                && await _rounds.CommitAsync(manifest with { Fence = fence }, cancellation) is not CommitOutcome.Fenced;
        }
        catch (CorruptRecordException fault)
        {
            await store.DeleteAsync(fault.Name, fault.ETag, cancellation);
            return false;
        }
    }
}
