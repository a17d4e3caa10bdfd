using System.Security.Cryptography;
using System.Text;
using SimXir.Experiments;

namespace SimXir.Store;

/// <summary>Single reads and writes of a round's head.json and manifest.json; <see cref="RoundStore"/> puts them in the right order.</summary>
internal sealed class RoundRecords(IObjectStore store)
{
    public async Task<(RoundHead? Head, string? ETag)> ReadHeadAsync(RoundKey key, CancellationToken cancellation)
    {
        var name = RoundNames.Head(key);
        return await store.ReadAsync(name, cancellation) is { } found
            ? (JsonRecords.Parse<RoundHead>(found, store, name), found.ETag)
            : (null, null);
    }

    /// <summary>Compare and set; without an ETag, create. The new ETag, or null if somebody else was faster.</summary>
    public Task<string?> TryWriteHeadAsync(RoundKey key, RoundHead head, string? etag, CancellationToken cancellation)
    {
        var content = JsonRecords.Bytes(head);
        return etag is null
            ? store.CreateAsync(RoundNames.Head(key), content, cancellation)
            : store.ReplaceAsync(RoundNames.Head(key), content, etag, cancellation);
    }

    public async Task<StoredManifest?> ReadManifestAsync(RoundKey key, CancellationToken cancellation)
    {
        var name = RoundNames.Manifest(key);
        return await store.ReadAsync(name, cancellation) is { } found
            ? new StoredManifest(JsonRecords.Parse<RoundManifest>(found, store, name), RefOf(found))
            : null;
    }

    /// <summary>Makes manifest.json of what its own writer has just prepared; where one stands already, it is looked at.</summary>
    public async Task PublishAsync(RoundKey key, RoundHead ours, CancellationToken cancellation)
    {
        if (await store.CreateAsync(RoundNames.Manifest(key), Encoding.UTF8.GetBytes(ours.PreparedText!), cancellation) is { } etag) await StandsAsync(key, ours.Prepared!, etag, cancellation);
        else await FinishAsync(key, ours, cancellation);
    }

    /// <summary>Makes manifest.json what the head has prepared, whoever did, and reads it. Null if nothing is prepared, or its text is not what the head says.</summary>
    public async Task<StoredManifest?> FinishAsync(RoundKey key, RoundHead head, CancellationToken cancellation)
    {
        if (head.Prepared is not { } prepared) return null;
        var name = RoundNames.Manifest(key);
        while (true)
        {
            var found = await store.ReadAsync(name, cancellation);
            if (found is not null && RefOf(found) == prepared)
                return new StoredManifest(JsonRecords.Parse<RoundManifest>(found, store, name), prepared);
            if (PreparedBy(head) is not { } content) return null;
            var etag = found is null
                ? await store.CreateAsync(name, content, cancellation)
                : await store.ReplaceAsync(name, content, found.ETag, cancellation);
            if (etag is not null && !await StandsAsync(key, prepared, etag, cancellation)) return null;
        }
    }

    /// <summary>Deletes manifest.json if it is exactly this one.</summary>
    public async Task<bool> DeleteManifestAsync(RoundKey key, PartRef content, CancellationToken cancellation)
    {
        var name = RoundNames.Manifest(key);
        return await store.ReadAsync(name, cancellation) is { } found
            && RefOf(found) == content
            && await store.DeleteAsync(name, found.ETag, cancellation);
    }

    /// <summary>A retraction between the reading of the head and a write of manifest.json must not be undone by it: then it is taken back.</summary>
    private async Task<bool> StandsAsync(RoundKey key, PartRef prepared, string etag, CancellationToken cancellation)
    {
        if ((await ReadHeadAsync(key, cancellation)).Head?.Prepared == prepared) return true;
        await store.DeleteAsync(RoundNames.Manifest(key), etag, cancellation);
        return false;
    }

    /// <summary>The prepared manifest's bytes; null where the head lacks them, or has others than it refers to.</summary>
    private static byte[]? PreparedBy(RoundHead head)
    {
        var content = Encoding.UTF8.GetBytes(head.PreparedText ?? "");
        return RefOf(content) == head.Prepared ? content : null;
    }

    private static PartRef RefOf(StoredObject found) => RefOf(found.Content.Span);

    /// <summary>The reference that identifies a manifest's bytes.</summary>
    public static PartRef RefOf(ReadOnlySpan<byte> content) => new(Convert.ToHexStringLower(SHA256.HashData(content)), content.Length);
}
