namespace SimXir.Store;

/// <summary>Deletes what no sweep and no import refers to, while others read and write the same store.</summary>
/// <remarks>
/// <para>First it reads the store's own clock; everything written or touched less than the grace period before that moment stays. Then it
/// marks, from the sweeps' plans and the imports' names. Then it deletes what is old and not marked. It holds no lock, and no writer
/// waits for it.</para>
/// <para>WHY NOTHING IS LOST. An upload is skipped where the part exists, so a reference to an old, unmarked part may appear at any moment.
/// But whoever is about to refer to an old object touches it first (<see cref="ContentStore.PutAsync(ReadOnlyMemory{byte}, bool, CancellationToken)"/>
/// a part, <see cref="RoundStore.KeepAsync"/> a whole result), and every deletion is conditional on the object's age, in one step on the
/// store's side (<see cref="IObjectStore.DeleteOldAsync"/>). So either the touch came first, and the deletion is refused; or the deletion
/// came first, and the touch tells its writer that there is none, who uploads it. A later collection finds the touched object old only
/// when a grace period has passed since, and its mark begins after that: by then the reference stands, because a writer needs seconds
/// from its first part to its manifest, not an hour. An ETag would protect no better, and a touch between the listing and the deletion
/// of an object shows in its age alone on a directory, where ETags are hashes of content.</para>
/// <para>A dead round goes in the order manifest, head, rest, memory: its memory holds its newest fence and must not go while the head
/// stands. Where one of the first two proves young, somebody has just taken the round up, and the rest stays. Parts go last, so that a
/// collection that is killed leaves no record without its parts.</para>
/// <para>What killed writers left half-written in a directory goes whenever the store is opened.</para>
/// </remarks>
public sealed class GarbageCollector(IObjectStore store)
{
    /// <summary>Deletes it, or with <paramref name="dryRun"/> only counts it. Throws, before anything is deleted, where a plan, an import or
    /// a record of a live round cannot be read: it might refer to anything.</summary>
    public async Task<GarbageReport> CollectAsync(TimeSpan grace, bool dryRun, CancellationToken cancellation = default) =>
        await CollectAsync(await store.ReadClockAsync(cancellation) - grace, dryRun, cancellation);

    internal async Task<GarbageReport> CollectAsync(DateTimeOffset before, bool dryRun, CancellationToken cancellation)
    {
        var rounds = await RoundFolders.ListAsync(store, cancellation);
        var young = rounds.Where(round => round.Value.Exists(item => item.LastModified >= before)).Select(round => round.Key);
        var live = await new LiveReading(store).ReadAsync(young, cancellation);
        var sweeper = new Sweeper(store, before, dryRun);

        foreach (var (_, records) in rounds.Where(round => !live.Rounds.Contains(round.Key))) await sweeper.DeleteRoundAsync(records, cancellation);
        await foreach (var record in store.ListAsync(GrainNames.Prefix, cancellation))
        {
            if (GrainNames.IsOrphan(record.Name, live)) await sweeper.DeleteMemoryAsync(record, cancellation);
        }

        await foreach (var part in store.ListAsync(PartName.Prefix, cancellation))
        {
            if (PartName.Parse(part) is not null && !live.Parts.Contains(part.Name)) await sweeper.DeleteAsync(GarbageKind.Part, part, cancellation);
        }

        return sweeper.Report();
    }
}
