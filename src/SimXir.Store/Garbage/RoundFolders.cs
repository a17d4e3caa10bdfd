namespace SimXir.Store;

/// <summary>The records of a store by their rounds.</summary>
internal static class RoundFolders
{
    /// <summary>By key; each round's manifest first, then its head, then the rest: the order in which they may be deleted.</summary>
    public static async Task<Dictionary<string, List<ObjectInfo>>> ListAsync(IObjectStore store, CancellationToken cancellation)
    {
        var rounds = new Dictionary<string, List<ObjectInfo>>(StringComparer.Ordinal);
        await foreach (var found in store.ListAsync(RoundNames.Beginning(""), cancellation))
        {
            if (RoundNames.KeyOf(found.Name) is not { } key) continue;
            if (!rounds.TryGetValue(key, out var records)) rounds[key] = records = [];
            records.Add(found);
        }

        foreach (var records in rounds.Values) records.Sort((a, b) => PlaceOf(a).CompareTo(PlaceOf(b)));
        return rounds;
    }

    private static int PlaceOf(ObjectInfo record) =>
        record.Name.EndsWith("/manifest.json", StringComparison.Ordinal) ? 0 : record.Name.EndsWith("/head.json", StringComparison.Ordinal) ? 1 : 2;
}
