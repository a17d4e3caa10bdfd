using System.Runtime.CompilerServices;
using Polly;

namespace SimXir.Store;

/// <summary>A store whose transient faults are waited out.</summary>
/// <remarks>
/// <para>A failed write may have landed, with only its answer lost. So when a repeated create or replace is refused, the object is read
/// back: if it is exactly what was to be written, the write has succeeded, and its ETag is the answer. Appends are repeated as they are.</para>
/// <para>Two things stay open, and whoever cannot bear them puts a mark of its own into the content, as a round's head carries its fence:
/// two writers of the very same bytes may both be told that they succeeded; and a write that landed, lost its answer, and was at once
/// replaced by another who built upon it, is told as refused.</para>
/// </remarks>
public sealed class RetryingObjectStore : IObjectStore
{
    private static readonly TimeSpan CheckTimeout = TimeSpan.FromSeconds(15);
    private readonly IObjectStore _inner;
    private readonly TimeProvider _time;
    private readonly Retrier _short;
    private readonly Retrier _long;
    private readonly Retrier _once;

    public RetryingObjectStore(IObjectStore inner, StoreRetryOptions options, TimeProvider time)
    {
        _inner = inner;
        _time = time;
        _short = new Retrier(StoreRetry.Pipeline(options, time), inner.Description, time);
        _long = new Retrier(StoreRetry.LongPipeline(options, time), inner.Description, time);
        _once = new Retrier(ResiliencePipeline.Empty, inner.Description, time);
    }

    public string Description => _inner.Description;

    /// <summary>One try, since whoever asks wants to know how it is now.</summary>
    public async Task CheckAsync(CancellationToken cancellation = default)
    {
        using var timeout = new CancellationTokenSource(CheckTimeout, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellation);
        try
        {
            await _inner.CheckAsync(either.Token);
        }
        catch (OperationCanceledException fault) when (!cancellation.IsCancellationRequested)
        {
            var message = $"store '{Description}': it did not answer within {CheckTimeout.TotalSeconds:0} s; see that the address is right and the service is running";
            throw new StoreException(message, fault, isTransient: true);
        }
    }

    public Task<DateTimeOffset> ReadClockAsync(CancellationToken cancellation = default) =>
        _short.DoAsync("its clock", (_, token) => _inner.ReadClockAsync(token), cancellation);

    public Task<ObjectInfo?> FindAsync(string name, CancellationToken cancellation = default) =>
        _short.DoAsync(name, (_, token) => _inner.FindAsync(name, token), cancellation);

    public Task<StoredObject?> ReadAsync(string name, CancellationToken cancellation = default) =>
        _short.DoAsync(name, (_, token) => _inner.ReadAsync(name, token), cancellation);

    public async Task<Stream?> OpenReadAsync(string name, CancellationToken cancellation = default) =>
        await OpenAsync(name, cancellation) is { } stream ? new RetryingReadStream(name, stream, _inner, _short) : null;

    public Task<string?> CreateAsync(string name, ReadOnlyMemory<byte> content, CancellationToken cancellation = default) =>
        _short.DoAsync(name, async (tries, token) =>
            await _inner.CreateAsync(name, content, token) ?? await OursAsync(tries, name, content, token), cancellation);

    /// <summary>A stream that cannot seek is tried once.</summary>
    public Task<bool> CreateAsync(string name, Stream content, CancellationToken cancellation = default)
    {
        if (!content.CanSeek) return _once.DoAsync(name, (_, token) => _inner.CreateAsync(name, content, token), cancellation);
        var start = content.Position;
        return _long.DoAsync(name, async (tries, token) =>
        {
            content.Position = start;
            if (await _inner.CreateAsync(name, content, token)) return true;
            if (!tries.MayHaveLanded) return false;
            content.Position = start;
            await using var found = await OpenReadAsync(name, token);
            return found is not null && await SameContent.IsAsync(found, content, token);
        }, cancellation);
    }

    public Task<string?> ReplaceAsync(string name, ReadOnlyMemory<byte> content, string etag, CancellationToken cancellation = default) =>
        _short.DoAsync(name, async (tries, token) =>
            await _inner.ReplaceAsync(name, content, etag, token) ?? await OursAsync(tries, name, content, token), cancellation);

    public Task<bool> AppendAsync(string name, long expectedLength, ReadOnlyMemory<byte> content, CancellationToken cancellation = default) =>
        _short.DoAsync(name, (_, token) => _inner.AppendAsync(name, expectedLength, content, token), cancellation);

    /// <summary>After a fault the list is begun again, and what was told already is passed over: its order makes that exact.</summary>
    public async IAsyncEnumerable<ObjectInfo> ListAsync(
        string prefix, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        await using var list = new RetryingList(_inner, prefix, _short);
        while (await list.NextAsync(cancellation) is { } found) yield return found;
    }

    public Task<bool> DeleteAsync(string name, string? etag = null, CancellationToken cancellation = default) =>
        _short.DoAsync(name, async (tries, token) => await _inner.DeleteAsync(name, etag, token)
            || (tries.MayHaveLanded && await _inner.FindAsync(name, token) is null), cancellation);

    public Task<bool> TouchAsync(string name, CancellationToken cancellation = default) =>
        _short.DoAsync(name, (_, token) => _inner.TouchAsync(name, token), cancellation);

    public Task<bool> DeleteOldAsync(string name, DateTimeOffset writtenBefore, CancellationToken cancellation = default) =>
        _short.DoAsync(name, async (tries, token) => await _inner.DeleteOldAsync(name, writtenBefore, token)
            || (tries.MayHaveLanded && await _inner.FindAsync(name, token) is null), cancellation);

    public Task<IStoreClaim?> TryClaimAsync(string name, CancellationToken cancellation = default) =>
        _short.DoAsync(name, (_, token) => _inner.TryClaimAsync(name, token), cancellation);

    public Task<string?> ReadClaimHolderAsync(string name, CancellationToken cancellation = default) =>
        _short.DoAsync(name, (_, token) => _inner.ReadClaimHolderAsync(name, token), cancellation);

    private Task<Stream?> OpenAsync(string name, CancellationToken cancellation) =>
        _short.DoAsync(name, (_, token) => _inner.OpenReadAsync(name, token), cancellation);

    private async Task<string?> OursAsync(Tries tries, string name, ReadOnlyMemory<byte> content, CancellationToken cancellation)
    {
        if (!tries.MayHaveLanded) return null;
        var found = await _inner.ReadAsync(name, cancellation);
        return found is not null && found.Content.Span.SequenceEqual(content.Span) ? found.ETag : null;
    }
}
