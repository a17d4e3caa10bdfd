using System.Text;
using SimXir.Experiments;

namespace SimXir.Store;

/// <summary>A round's records, written only by who may.</summary>
/// <remarks>
/// <para>THE FENCING PROTOCOL. All decisions are compare-and-sets of one object, head.json; whoever loses one reads again and decides anew.</para>
/// <list type="number">
/// <item>The grain grants a lease with a fence higher than any before. Its worker's first act is <see cref="TakeAsync"/>: it sets the head
/// to its fence, or is refused if a higher one stands there. From that moment no older fence can change the head: an older owner's
/// compare-and-set either came before, and is part of what was taken, or fails.</item>
/// <item><see cref="AdvanceAsync"/> sets a checkpoint, only while the head has the writer's fence and no commit is prepared.</item>
/// <item><see cref="CommitAsync(RoundManifest, CancellationToken)"/> sets the head's Prepared to the manifest, with its bytes, only while the head has the writer's fence
/// and nothing is prepared. THIS DECIDES THE ROUND. Then it creates manifest.json with those bytes.</item>
/// <item>If the owner dies before manifest.json stands, whoever comes next (a take, an advance, a commit, or a reader that helps) creates
/// it from what is prepared first and answers that the round is decided. So a manifest is never committed twice, and never lost.</item>
/// <item><see cref="RetractAsync"/> undoes the decision when the manifest's parts are proved bad: first in the head, whose fence stays, then
/// manifest.json. A helper that was under way looks at the head again after its write, and takes it back.</item>
/// </list>
/// <para>The head is the truth and manifest.json its copy for cheap reading: who deletes a round deletes manifest.json first. A manifest
/// without any head, as in an imported store, counts as committed.</para>
/// </remarks>
public sealed class RoundStore(IObjectStore store)
{
    private readonly RoundRecords _records = new(store);

    /// <summary>The head, or null before the first take.</summary>
    public async Task<RoundHead?> ReadHeadAsync(RoundKey key, CancellationToken cancellation = default) =>
        (await _records.ReadHeadAsync(key, cancellation)).Head;

    /// <summary>The manifest, or null. Without <paramref name="help"/>, one read of manifest.json, for tables; with it, the truth: the
    /// head is asked, and a commit whose owner died is finished, or manifest.json mended. Throws <see cref="CorruptRecordException"/>.</summary>
    public async Task<StoredManifest?> ReadManifestAsync(RoundKey key, bool help = false, CancellationToken cancellation = default)
    {
        if (!help) return await _records.ReadManifestAsync(key, cancellation);
        var (head, _) = await _records.ReadHeadAsync(key, cancellation);
        if (head is null) return await _records.ReadManifestAsync(key, cancellation);
        return await _records.FinishAsync(key, head, cancellation);
    }

    /// <summary>The manifest of a round that its worker, or the grid, has said to be committed: one read where manifest.json is of that fence, otherwise the truth.</summary>
    /// <param name="key">The round.</param>
    /// <param name="fence">Whose commit it is; null where any will do, since the reader holds every part against its hash.</param>
    /// <param name="cancellation">Ends the wait.</param>
    public async Task<StoredManifest?> ReadCommittedAsync(RoundKey key, long? fence, CancellationToken cancellation = default)
    {
        try
        {
            if (await _records.ReadManifestAsync(key, cancellation) is { } found && found.Manifest.Fence == (fence ?? found.Manifest.Fence)) return found;
        }
        catch (CorruptRecordException)
        {
            // It is mended below, from what the head says.
        }

        return await ReadManifestAsync(key, help: true, cancellation);
    }

    /// <summary>The truth as <see cref="ReadManifestAsync"/> with help tells it, for whoever is about to build on an old result: its records
    /// and parts, as far as they are there, become as young as if they were written now, so that no collector takes them (see
    /// <see cref="GarbageCollector"/>). The parts are to be verified after this.</summary>
    public async Task<StoredManifest?> KeepAsync(RoundKey key, CancellationToken cancellation = default)
    {
        while (await ReadManifestAsync(key, help: true, cancellation) is not null)
        {
            // Read again after the touch: only then does what was read stay.
            await store.TouchAsync(RoundNames.Head(key), cancellation);
            if (await ReadManifestAsync(key, help: true, cancellation) is not { } found) return null;
            if (!await store.TouchAsync(RoundNames.Manifest(key), cancellation)) continue; // collected in between, or another's retraction
            foreach (var part in found.Manifest.Parts.Values) await store.TouchAsync(PartName.Of(part), cancellation);
            return found;
        }

        return null;
    }

    /// <summary>A lease's first act: from here on every older fence is refused. The head tells from where to go on.</summary>
    public async Task<HeadUpdate> TakeAsync(RoundKey key, long fence, CancellationToken cancellation = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(fence);
        while (true)
        {
            var (head, etag) = await _records.ReadHeadAsync(key, cancellation);
            var decided = await DecidedAsync(key, head, cancellation);
            if (decided is not null) return new HeadUpdate.AlreadyCommitted(decided);
            if (head?.Fence > fence) return new HeadUpdate.Fenced(head.Fence);
            if (head?.Fence == fence && head.Prepared is null) return new HeadUpdate.Done(head, etag!);

            // What is prepared and cannot be read decides nothing: it goes too.
            var taken = head is null
                ? First(fence)
                : head with { Fence = fence, Attempts = head.Attempts + (head.Fence == fence ? 0 : 1), Prepared = null, PreparedText = null };
            if (await _records.TryWriteHeadAsync(key, taken, etag, cancellation) is { } written) return new HeadUpdate.Done(taken, written);
        }
    }

    /// <summary><see cref="TakeAsync"/> where whoever granted the lease has found no manifest, and has granted none before: one write suffices, unless a head stands all the same.</summary>
    public async Task<HeadUpdate> TakeFirstAsync(RoundKey key, long fence, CancellationToken cancellation = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(fence);
        return await _records.TryWriteHeadAsync(key, First(fence), null, cancellation) is { } created
            ? new HeadUpdate.Done(First(fence), created)
            : await TakeAsync(key, fence, cancellation);
    }

    /// <summary>Sets the newest checkpoint and the slot time of all attempts until then; the checkpoint before the last one is freed.</summary>
    public Task<HeadUpdate> AdvanceAsync(RoundKey key, HeadCheckpoint checkpoint, SlotLedger ledger, CancellationToken cancellation = default) =>
        ChangeAsync(key, checkpoint.Fence, head => head.Checkpoint == checkpoint
            ? head
            : head with { Previous = head.Checkpoint, Checkpoint = checkpoint, Ledger = ledger }, cancellation);

    /// <summary>Takes out a checkpoint that proved unusable; the one before it becomes the newest.</summary>
    public Task<HeadUpdate> DropAsync(RoundKey key, long fence, HeadCheckpoint unusable, CancellationToken cancellation = default) =>
        ChangeAsync(key, fence, head =>
            head.Checkpoint == unusable ? head with { Checkpoint = head.Previous, Previous = null }
            : head.Previous == unusable ? head with { Previous = null }
            : head, cancellation);

    /// <summary>Sets the slot time of all attempts, as when an attempt ends without a checkpoint.</summary>
    public Task<HeadUpdate> ChargeAsync(RoundKey key, long fence, SlotLedger ledger, CancellationToken cancellation = default) =>
        ChangeAsync(key, fence, head => head with { Ledger = ledger }, cancellation);

    /// <summary>Commits the manifest under its own key and fence. Repeating it, as after a lost answer, is harmless.</summary>
    public Task<CommitOutcome> CommitAsync(RoundManifest manifest, CancellationToken cancellation = default) => CommitAsync(manifest, known: null, cancellation);

    /// <inheritdoc cref="CommitAsync(RoundManifest, CancellationToken)"/>
    /// <param name="manifest">What was made.</param>
    /// <param name="known">The owner's last write of the head, which saves reading it; if it has been changed since, it is read.</param>
    /// <param name="cancellation">Ends the wait.</param>
    public async Task<CommitOutcome> CommitAsync(RoundManifest manifest, HeadUpdate.Done? known, CancellationToken cancellation = default)
    {
        var key = manifest.Key;
        var content = JsonRecords.Bytes(manifest);
        var ours = new StoredManifest(manifest, RoundRecords.RefOf(content));
        for (var at = known; ; at = null)
        {
            var (head, etag) = at is null ? await _records.ReadHeadAsync(key, cancellation) : (at.Head, at.ETag);
            var decided = head is null ? null : await _records.FinishAsync(key, head, cancellation);
            if (decided?.Content == ours.Content) return new CommitOutcome.Committed(decided, []);
            if (decided is not null) return new CommitOutcome.AlreadyCommitted(decided);
            if (Owned(head, key, manifest.Fence) is not { } own) return new CommitOutcome.Fenced(head!.Fence);

            var committed = own with { Prepared = ours.Content, PreparedText = Encoding.UTF8.GetString(content), Checkpoint = null, Previous = null };
            if (await _records.TryWriteHeadAsync(key, committed, etag, cancellation) is null) continue;
            await _records.PublishAsync(key, committed, cancellation);
            return new CommitOutcome.Committed(ours, [.. HeadParts.FreedBy(own, committed).Except(manifest.Parts.Values)]);
        }
    }

    /// <summary>Undoes a commit whose parts were proved missing or corrupt, so that the round can run again under a higher fence. False if
    /// this manifest no longer stands.</summary>
    public async Task<bool> RetractAsync(RoundKey key, StoredManifest proved, CancellationToken cancellation = default)
    {
        while (true)
        {
            var (head, etag) = await _records.ReadHeadAsync(key, cancellation);
            var stood = head?.Prepared == proved.Content;
            if (stood && await _records.TryWriteHeadAsync(key, head! with { Prepared = null, PreparedText = null }, etag, cancellation) is null) continue;
            return await _records.DeleteManifestAsync(key, proved.Content, cancellation) || stood;
        }
    }

    private static RoundHead First(long fence) => new() { Fence = fence, Attempts = 1 };

    private async Task<HeadUpdate> ChangeAsync(RoundKey key, long fence, Func<RoundHead, RoundHead> change, CancellationToken cancellation)
    {
        while (true)
        {
            var (head, etag) = await _records.ReadHeadAsync(key, cancellation);
            if (head is not null && await _records.FinishAsync(key, head, cancellation) is { } decided) return new HeadUpdate.AlreadyCommitted(decided);
            if (Owned(head, key, fence) is not { } own) return new HeadUpdate.Fenced(head!.Fence);
            var changed = change(own);
            if ((changed == own ? etag : await _records.TryWriteHeadAsync(key, changed, etag, cancellation)) is not { } written) continue;
            return new HeadUpdate.Done(changed, written, HeadParts.FreedBy(own, changed).FirstOrDefault());
        }
    }

    /// <summary>What a new owner finds decided. An unreadable manifest is nothing to go by: the owner makes it again.</summary>
    private async Task<StoredManifest?> DecidedAsync(RoundKey key, RoundHead? head, CancellationToken cancellation)
    {
        try
        {
            return head is null ? await _records.ReadManifestAsync(key, cancellation) : await _records.FinishAsync(key, head, cancellation);
        }
        catch (CorruptRecordException)
        {
            // Its commit replaces it. Whoever granted the lease has read it, and said so, before.
            return null;
        }
    }

    /// <summary>The head if it is the fence's own; null if a higher one has it. A fence that never took the round is an error of the program.</summary>
    private static RoundHead? Owned(RoundHead? head, RoundKey key, long fence)
    {
        if (head is null || head.Fence < fence)
            throw new InvalidOperationException($"round {key.Prefix}: fence {fence} wrote before it took the round (its head has fence {head?.Fence ?? 0})");
        return head.Fence == fence ? head : null;
    }
}
