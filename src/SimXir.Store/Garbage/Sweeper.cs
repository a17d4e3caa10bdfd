namespace SimXir.Store;

/// <summary>Deletes what is old, one object at a time, and counts it.</summary>
internal sealed class Sweeper(IObjectStore store, DateTimeOffset before, bool dryRun)
{
    private readonly Dictionary<GarbageKind, GarbageCount> _deleted = [];
    private readonly HashSet<string> _kept = new(StringComparer.Ordinal);
    private GarbageCount _spared = new(0, 0);

    /// <summary>A dead round's records in their order; from one that has become young on, all stay.</summary>
    public async Task DeleteRoundAsync(IReadOnlyList<ObjectInfo> records, CancellationToken cancellation)
    {
        foreach (var record in records)
        {
            if (await DeleteAsync(GarbageKind.RoundRecord, record, cancellation)) continue;
            _kept.Add(GrainNames.Of("round", RoundNames.KeyOf(record.Name)!));
            return;
        }
    }

    public async Task DeleteMemoryAsync(ObjectInfo record, CancellationToken cancellation)
    {
        if (!_kept.Contains(record.Name)) await DeleteAsync(GarbageKind.GrainRecord, record, cancellation);
    }

    /// <summary>True where it is gone now, or would be.</summary>
    public async Task<bool> DeleteAsync(GarbageKind kind, ObjectInfo found, CancellationToken cancellation)
    {
        var old = found.LastModified < before;
        if (old && (dryRun || await store.DeleteOldAsync(found.Name, before, cancellation)))
        {
            _deleted[kind] = _deleted.GetValueOrDefault(kind, new GarbageCount(0, 0)).With(found);
            return true;
        }

        if (old && await store.FindAsync(found.Name, cancellation) is null) return true; // another was faster
        _spared = _spared.With(found);
        return false;
    }

    public GarbageReport Report() => new(dryRun, before, [.. Enum.GetValues<GarbageKind>()
        .Select(kind => new GarbageLine(kind, _deleted.GetValueOrDefault(kind, new GarbageCount(0, 0))))], _spared);
}
