namespace SimXir.Store;

/// <summary>A read that goes on after a fault where it was: the object is opened again and what was read is passed over.</summary>
/// <remarks>Meant for content-addressed parts, which cannot change in between; whoever reads them checks their hash anyway.</remarks>
internal sealed class RetryingReadStream : ReadOnlyStream
{
    private readonly string _name;
    private readonly IObjectStore _store;
    private readonly Retrier _retrier;
    private Stream? _stream;
    private long _position;

    public RetryingReadStream(string name, Stream stream, IObjectStore store, Retrier retrier)
    {
        _name = name;
        _stream = stream;
        _store = store;
        _retrier = retrier;
        Length = stream.Length;
    }

    public override long Length { get; }

    public override long Position
    {
        get => _position;
        set => throw new NotSupportedException("this stream is only read forward");
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var read = await _retrier.DoAsync(_name, (_, token) => TryReadAsync(buffer, token), cancellationToken);
        _position += read;
        return read;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing) _stream?.Dispose();
        base.Dispose(disposing);
    }

    private async Task<int> TryReadAsync(Memory<byte> buffer, CancellationToken cancellation)
    {
        try
        {
            _stream ??= await ReopenAsync(cancellation);
            return await _stream.ReadAsync(buffer, cancellation);
        }
        catch
        {
            if (_stream is not null) await _stream.DisposeAsync();
            _stream = null;
            throw;
        }
    }

    private async Task<Stream> ReopenAsync(CancellationToken cancellation)
    {
        var stream = await _store.OpenReadAsync(_name, cancellation)
            ?? throw new StoreException($"store '{_store.Description}': '{_name}' was deleted while it was read; run what needs it again");
        if (stream.CanSeek)
        {
            stream.Position = _position;
            return stream;
        }

        var passed = new byte[64 * 1024];
        for (var left = _position; left > 0;)
        {
            var read = await stream.ReadAsync(passed.AsMemory(0, (int)Math.Min(left, passed.Length)), cancellation);
            if (read == 0) throw new StoreException($"store '{_store.Description}': '{_name}' became shorter while it was read; run what needs it again");
            left -= read;
        }

        return stream;
    }
}
