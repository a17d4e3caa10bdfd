using System.Buffers;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace SimXir.Store;

/// <summary>One version of a blob, read forward in ranges: 4 MiB in memory, and a fault costs one range, which can be read again.</summary>
internal sealed class AzureReadStream(AzureContainer container, BlobClient blob, ETag version, long length) : ReadOnlyStream
{
    private const int RangeBytes = 4 * 1024 * 1024;
    private byte[]? _range = ArrayPool<byte>.Shared.Rent((int)Math.Min(RangeBytes, Math.Max(1, length)));
    private int _start;
    private int _end;
    private long _position;

    public override long Length => length;

    public override long Position
    {
        get => _position;
        set => throw new NotSupportedException("this stream is only read forward");
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        ObjectDisposedException.ThrowIf(_range is null, this);
        if (_position == length || buffer.Length == 0) return 0;
        if (_start == _end)
        {
            _end = _start = 0;
            _end = await container.DoAsync(blob.Name, () => FillAsync(_range, cancellationToken), cancellationToken);
        }

        var count = Math.Min(buffer.Length, _end - _start);
        _range.AsMemory(_start, count).CopyTo(buffer);
        _start += count;
        _position += count;
        return count;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing && _range is not null)
        {
            ArrayPool<byte>.Shared.Return(_range);
            _range = null;
        }

        base.Dispose(disposing);
    }

    private async Task<int> FillAsync(byte[] range, CancellationToken cancellation)
    {
        var count = (int)Math.Min(Math.Min(range.Length, RangeBytes), length - _position);
        var options = new BlobDownloadOptions
        {
            Range = new HttpRange(_position, count),
            Conditions = new BlobRequestConditions { IfMatch = version },
        };
        using var answer = (await blob.DownloadStreamingAsync(options, cancellation)).Value;
        await answer.Content.ReadExactlyAsync(range.AsMemory(0, count), cancellation);
        return count;
    }
}
