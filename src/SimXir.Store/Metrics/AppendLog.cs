namespace SimXir.Store;

/// <summary>One object that one writer appends to, and that remembers how far it is.</summary>
/// <param name="store">Where.</param>
/// <param name="name">Of the object.</param>
/// <param name="opening">What its first append begins with.</param>
internal sealed class AppendLog(IObjectStore store, string name, ReadOnlyMemory<byte> opening = default) : IDisposable
{
    private readonly SemaphoreSlim _turn = new(1, 1);
    private long? _length;

    /// <summary>Appends it all, in the order of the calls. If it fails, nothing of the failed block counts, and the call may be repeated.</summary>
    public async Task AppendAsync(ReadOnlyMemory<byte> content, CancellationToken cancellation)
    {
        await _turn.WaitAsync(cancellation);
        try
        {
            await AppendBlocksAsync(_length is null ? Opened(content) : content, cancellation);
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Appends the last there is. Where it is also the first, the object is made in one request, and takes no further append.</summary>
    public async Task FinishAsync(ReadOnlyMemory<byte> content, CancellationToken cancellation)
    {
        await _turn.WaitAsync(cancellation);
        try
        {
            if (content.IsEmpty) return;
            if (_length is null && await IsMadeAsync(Opened(content), cancellation)) return;
            await AppendBlocksAsync(_length is null ? Opened(content) : content, cancellation);
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose() => _turn.Dispose();

    private ReadOnlyMemory<byte> Opened(ReadOnlyMemory<byte> content) => opening.IsEmpty ? content : (byte[])[.. opening.Span, .. content.Span];

    /// <summary>Also if exactly this stands there: an earlier call may have landed without an answer.</summary>
    private async Task<bool> IsMadeAsync(ReadOnlyMemory<byte> whole, CancellationToken cancellation) =>
        whole.Length <= ObjectName.MaxAppendBytes
        && (await store.CreateAsync(name, whole, cancellation) is not null
            || (await store.ReadAsync(name, cancellation) is { } found && found.Content.Span.SequenceEqual(whole.Span)));

    private async Task AppendBlocksAsync(ReadOnlyMemory<byte> content, CancellationToken cancellation)
    {
        for (var rest = content; rest.Length > 0;)
        {
            var block = rest[..Math.Min(rest.Length, ObjectName.MaxAppendBytes)];
            if (!await store.AppendAsync(name, _length ?? 0, block, cancellation) && !await AppendAtEndAsync(block, cancellation))
                throw new StoreException($"store '{store.Description}': '{name}' was changed by another writer than this attempt; nothing more is written to it");
            _length = (_length ?? 0) + block.Length;
            rest = rest[block.Length..];
        }
    }

    /// <summary>The first append of a writer that finds an older one's lines goes behind them.</summary>
    private async Task<bool> AppendAtEndAsync(ReadOnlyMemory<byte> block, CancellationToken cancellation)
    {
        if (_length is not null || await store.FindAsync(name, cancellation) is not { } found) return false;
        _length = found.Bytes;
        return await store.AppendAsync(name, found.Bytes, block, cancellation);
    }
}
