namespace SimXir.Store;

/// <summary>Creates or replaces an object: of several writers the last one wins, and none is lost half-way.</summary>
public static class LastWriter
{
    public static async Task PutAsync(this IObjectStore store, string name, ReadOnlyMemory<byte> content, CancellationToken cancellation)
    {
        while (true)
        {
            var written = await store.ReadAsync(name, cancellation) is { } found
                ? await store.ReplaceAsync(name, content, found.ETag, cancellation)
                : await store.CreateAsync(name, content, cancellation);
            if (written is not null) return;
        }
    }
}
