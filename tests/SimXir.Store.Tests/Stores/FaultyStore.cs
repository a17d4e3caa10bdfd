using System.Runtime.CompilerServices;

namespace SimXir.Store.Tests;

/// <summary>A store that fails when it is told to.</summary>
/// <param name="inner">What it does otherwise.</param>
/// <param name="next">Asked at every operation, by its kind (create, replace, …) and the object's name.</param>
public sealed class FaultyStore(IObjectStore inner, Func<string, string, Fault> next) : IObjectStore
{
    public string Description => "faulty";

    public Task CheckAsync(CancellationToken cancellation = default) => inner.CheckAsync(cancellation);

    public Task<DateTimeOffset> ReadClockAsync(CancellationToken cancellation = default) => inner.ReadClockAsync(cancellation);

    public Task<ObjectInfo?> FindAsync(string name, CancellationToken cancellation = default) =>
        DoAsync("find", name, () => inner.FindAsync(name, cancellation));

    public Task<StoredObject?> ReadAsync(string name, CancellationToken cancellation = default) =>
        DoAsync("read", name, () => inner.ReadAsync(name, cancellation));

    public async Task<Stream?> OpenReadAsync(string name, CancellationToken cancellation = default) =>
        await DoAsync("open", name, () => inner.OpenReadAsync(name, cancellation)) is { } stream
            ? new FaultyReadStream(stream, () => Raise("stream", name, Fault.Before))
            : null;

    public Task<string?> CreateAsync(string name, ReadOnlyMemory<byte> content, CancellationToken cancellation = default) =>
        DoAsync("create", name, () => inner.CreateAsync(name, content, cancellation));

    public Task<bool> CreateAsync(string name, Stream content, CancellationToken cancellation = default) =>
        DoAsync("create", name, () => inner.CreateAsync(name, content, cancellation));

    public Task<string?> ReplaceAsync(string name, ReadOnlyMemory<byte> content, string etag, CancellationToken cancellation = default) =>
        DoAsync("replace", name, () => inner.ReplaceAsync(name, content, etag, cancellation));

    public Task<bool> AppendAsync(string name, long expectedLength, ReadOnlyMemory<byte> content, CancellationToken cancellation = default) =>
        DoAsync("append", name, () => inner.AppendAsync(name, expectedLength, content, cancellation));

    public async IAsyncEnumerable<ObjectInfo> ListAsync(string prefix, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        await foreach (var found in inner.ListAsync(prefix, cancellation))
        {
            Raise("list", found.Name, Fault.Before);
            yield return found;
        }
    }

    public Task<bool> DeleteAsync(string name, string? etag = null, CancellationToken cancellation = default) =>
        DoAsync("delete", name, () => inner.DeleteAsync(name, etag, cancellation));

    public Task<bool> TouchAsync(string name, CancellationToken cancellation = default) =>
        DoAsync("touch", name, () => inner.TouchAsync(name, cancellation));

    public Task<bool> DeleteOldAsync(string name, DateTimeOffset writtenBefore, CancellationToken cancellation = default) =>
        DoAsync("delete", name, () => inner.DeleteOldAsync(name, writtenBefore, cancellation));

    public Task<IStoreClaim?> TryClaimAsync(string name, CancellationToken cancellation = default) =>
        DoAsync("claim", name, () => inner.TryClaimAsync(name, cancellation));

    public Task<string?> ReadClaimHolderAsync(string name, CancellationToken cancellation = default) => inner.ReadClaimHolderAsync(name, cancellation);

    private async Task<T> DoAsync<T>(string kind, string name, Func<Task<T>> call)
    {
        var fault = next(kind, name);
        if (fault == Fault.Before) throw Broken();
        var answer = await call();
        return fault == Fault.After ? throw Broken() : answer;
    }

    private void Raise(string kind, string name, Fault when)
    {
        if (next(kind, name) == when) throw Broken();
    }

    private static StoreException Broken() => new("the line broke", isTransient: true);

    private sealed class FaultyReadStream(Stream inner, Action beforeRead) : ReadOnlyStream
    {
        public override long Length => inner.Length;

        public override long Position
        {
            get => inner.Position;
            set => throw new NotSupportedException();
        }

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            beforeRead();
            return inner.ReadAsync(buffer[..Math.Min(buffer.Length, 1000)], cancellationToken);
        }
    }
}
