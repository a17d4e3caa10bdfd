using System.Security.Cryptography;
using SimXir.Experiments;

namespace SimXir.Store;

/// <summary>Passes a part's bytes on and throws <see cref="CorruptPartException"/> at its end, or beyond its length, if they are not its own.</summary>
internal sealed class HashCheckingStream(Stream inner, PartRef part, string store) : ReadOnlyStream
{
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private long _position;
    private bool _checked;

    public override long Length => part.Bytes;

    public override long Position
    {
        get => _position;
        set => throw new NotSupportedException("this stream is only read forward");
    }

    /// <summary>Throws with the last bytes, not after them: a reader that knows the length never asks for the end.</summary>
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (buffer.Length == 0) return 0;
        var read = await inner.ReadAsync(buffer, cancellationToken);
        _position += read;
        if (_position > part.Bytes || (read == 0 && _position < part.Bytes)) throw CorruptPartException.WrongLength(part, store, _position);
        _hash.AppendData(buffer.Span[..read]);
        if (_position == part.Bytes && !_checked) await CheckAsync(cancellationToken);
        return read;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            inner.Dispose();
            _hash.Dispose();
        }

        base.Dispose(disposing);
    }

    private async Task CheckAsync(CancellationToken cancellation)
    {
        _checked = true;
        var found = Convert.ToHexStringLower(_hash.GetCurrentHash());
        if (found != part.Sha256) throw CorruptPartException.WrongHash(part, store, found);
        if (await inner.ReadAsync(new byte[1], cancellation) > 0) throw CorruptPartException.WrongLength(part, store, _position + 1);
    }
}
