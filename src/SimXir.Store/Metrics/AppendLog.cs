namespace SimXir.Store;

/// <summary>One object that one writer appends to, and that remembers how far it is.</summary>
internal sealed class AppendLog(IObjectStore store, string name) : IDisposable
{
    private readonly SemaphoreSlim _turn = new(1, 1);
    private long? _length;

    /// <summary>Appends it all, in the order of the calls. If it fails, nothing of the failed block counts, and the call may be repeated.</summary>
    public async Task AppendAsync(ReadOnlyMemory<byte> content, CancellationToken cancellation)
    {
        await _turn.WaitAsync(cancellation);
        try
        {
            _length ??= (await store.FindAsync(name, cancellation))?.Bytes ?? 0;
            for (var rest = content; rest.Length > 0;)
            {
                var block = rest[..Math.Min(rest.Length, ObjectName.MaxAppendBytes)];
                if (!await store.AppendAsync(name, _length.Value, block, cancellation))
                    throw new StoreException($"store '{store.Description}': '{name}' was changed by another writer than this attempt; nothing more is written to it");
                _length += block.Length;
                rest = rest[block.Length..];
            }
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose() => _turn.Dispose();
}
