using System.Globalization;
using System.Runtime.CompilerServices;

namespace SimXir.Store.Tests;

/// <summary>A store in memory that gives way to other tasks at every operation, to try many interleavings quickly.</summary>
/// <param name="time">Its clock.</param>
/// <param name="turn">Awaited before every operation; by default it only gives way.</param>
public sealed class MemoryStore(TimeProvider? time = null, Func<Task>? turn = null) : IObjectStore
{
    private readonly Lock _lock = new();
    private readonly SortedDictionary<string, (byte[] Content, long Version, DateTimeOffset At)> _objects = new(StringComparer.Ordinal);
    private long _version;

    public string Description => "memory";

    public Task CheckAsync(CancellationToken cancellation = default) => Task.CompletedTask;

    public Task<DateTimeOffset> ReadClockAsync(CancellationToken cancellation = default) => DoAsync(() => Now);

    public Task<ObjectInfo?> FindAsync(string name, CancellationToken cancellation = default) =>
        DoAsync(() => _objects.TryGetValue(name, out var found) ? new ObjectInfo(name, found.Content.Length, found.At) : null);

    public Task<StoredObject?> ReadAsync(string name, CancellationToken cancellation = default) =>
        DoAsync(() => _objects.TryGetValue(name, out var found) ? new StoredObject(found.Content, ETag(found.Version)) : null);

    public Task<Stream?> OpenReadAsync(string name, CancellationToken cancellation = default) =>
        DoAsync<Stream?>(() => _objects.TryGetValue(name, out var found) ? new MemoryStream(found.Content, writable: false) : null);

    public Task<string?> CreateAsync(string name, ReadOnlyMemory<byte> content, CancellationToken cancellation = default) =>
        DoAsync(() => _objects.ContainsKey(name) ? null : Set(name, content));

    public async Task<bool> CreateAsync(string name, Stream content, CancellationToken cancellation = default)
    {
        var copy = new MemoryStream();
        await content.CopyToAsync(copy, cancellation);
        return await CreateAsync(name, copy.ToArray(), cancellation) is not null;
    }

    public Task<string?> ReplaceAsync(string name, ReadOnlyMemory<byte> content, string etag, CancellationToken cancellation = default) =>
        DoAsync(() => _objects.TryGetValue(name, out var found) && ETag(found.Version) == etag ? Set(name, content) : null);

    public Task<bool> AppendAsync(string name, long expectedLength, ReadOnlyMemory<byte> content, CancellationToken cancellation = default) => DoAsync(() =>
    {
        var old = _objects.TryGetValue(name, out var found) ? found.Content : [];
        if (old.Length == expectedLength) Set(name, (byte[])[.. old, .. content.Span]);
        else if (old.Length < expectedLength + content.Length || !old.AsSpan((int)expectedLength, content.Length).SequenceEqual(content.Span)) return false;
        return true;
    });

    public async IAsyncEnumerable<ObjectInfo> ListAsync(string prefix, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        var names = await DoAsync(() => _objects.Keys.Where(name => name.StartsWith(prefix, StringComparison.Ordinal)).ToArray());
        foreach (var name in names)
        {
            if (await FindAsync(name, cancellation) is { } found) yield return found;
        }
    }

    public Task<bool> DeleteAsync(string name, string? etag = null, CancellationToken cancellation = default) => DoAsync(() =>
        _objects.TryGetValue(name, out var found) && (etag is null || etag == ETag(found.Version)) && _objects.Remove(name));

    public Task<bool> TouchAsync(string name, CancellationToken cancellation = default) =>
        DoAsync(() => _objects.TryGetValue(name, out var found) && Set(name, found.Content) is not null);

    public Task<bool> DeleteOldAsync(string name, DateTimeOffset writtenBefore, CancellationToken cancellation = default) =>
        DoAsync(() => _objects.TryGetValue(name, out var found) && found.At < writtenBefore && _objects.Remove(name));

    public Task<IStoreClaim?> TryClaimAsync(string name, CancellationToken cancellation = default) => throw new NotSupportedException();

    public Task<string?> ReadClaimHolderAsync(string name, CancellationToken cancellation = default) => throw new NotSupportedException();

    private DateTimeOffset Now => time?.GetUtcNow() ?? default;

    private static string ETag(long version) => version.ToString(CultureInfo.InvariantCulture);

    private string Set(string name, ReadOnlyMemory<byte> content)
    {
        _objects[name] = (content.ToArray(), ++_version, Now);
        return ETag(_version);
    }

    private async Task<T> DoAsync<T>(Func<T> work)
    {
        if (turn is null) await Task.Yield();
        else await turn();
        lock (_lock) return work();
    }
}
