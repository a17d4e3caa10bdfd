using System.Buffers;
using System.Globalization;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace SimXir.Store;

/// <summary>One version of a blob, read forward in ranges: 4 MiB in memory, and a fault costs one range, which can be read again.
/// The first range comes with the opening: small blobs take one request.</summary>
internal sealed class AzureReadStream : ReadOnlyStream
{
    private const int RangeBytes = 4 * 1024 * 1024;
    private readonly AzureContainer _container;
    private readonly BlobClient _blob;
    private readonly ETag _version;
    private readonly long _length;
    private byte[]? _range;
    private int _start;
    private int _end;
    private long _position;

    private AzureReadStream(AzureContainer container, BlobClient blob, ETag version, long length)
    {
        (_container, _blob, _version, _length) = (container, blob, version, length);
        _range = ArrayPool<byte>.Shared.Rent((int)Math.Min(RangeBytes, Math.Max(1, length)));
    }

    /// <summary>Opens the blob as it is now; throws the client's own fault where there is none.</summary>
    public static async Task<AzureReadStream> OpenAsync(AzureContainer container, BlobClient blob, CancellationToken cancellation)
    {
        try
        {
            using var answer = (await blob.DownloadStreamingAsync(new BlobDownloadOptions { Range = new HttpRange(0, RangeBytes) }, cancellation)).Value;
            var stream = new AzureReadStream(container, blob, answer.Details.ETag, TotalOf(answer.Details));
            try
            {
                stream._end = await stream.TakeAsync(answer, cancellation);
                return stream;
            }
            catch
            {
                await stream.DisposeAsync();
                throw;
            }
        }
        catch (RequestFailedException fault) when (fault.ErrorCode == BlobErrorCode.InvalidRange)
        {
            var found = (await blob.GetPropertiesAsync(cancellationToken: cancellation)).Value; // an empty blob has no range
            return new AzureReadStream(container, blob, found.ETag, found.ContentLength);
        }
    }

    public override long Length => _length;

    public override long Position
    {
        get => _position;
        set => throw new NotSupportedException("this stream is only read forward");
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        ObjectDisposedException.ThrowIf(_range is null, this);
        if (_position == _length || buffer.Length == 0) return 0;
        if (_start == _end)
        {
            _end = _start = 0;
            _end = await _container.DoAsync(_blob.Name, () => FillAsync(cancellationToken), cancellationToken);
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

    /// <summary>Of a range, its answer's length is that of the range alone; the whole stands behind the slash of <c>bytes 0-99/1234</c>.</summary>
    private static long TotalOf(BlobDownloadDetails details) => details.ContentRange is { Length: > 0 } range
        ? long.Parse(range.AsSpan(range.LastIndexOf('/') + 1), NumberStyles.None, CultureInfo.InvariantCulture)
        : details.ContentLength;

    private int Next => (int)Math.Min(Math.Min(_range!.Length, RangeBytes), _length - _position);

    private async Task<int> FillAsync(CancellationToken cancellation)
    {
        var options = new BlobDownloadOptions
        {
            Range = new HttpRange(_position, Next),
            Conditions = new BlobRequestConditions { IfMatch = _version },
        };
        using var answer = (await _blob.DownloadStreamingAsync(options, cancellation)).Value;
        return await TakeAsync(answer, cancellation);
    }

    private async Task<int> TakeAsync(BlobDownloadStreamingResult answer, CancellationToken cancellation)
    {
        var count = Next;
        await answer.Content.ReadExactlyAsync(_range.AsMemory(0, count), cancellation);
        return count;
    }
}
