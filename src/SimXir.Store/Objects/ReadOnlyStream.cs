namespace SimXir.Store;

/// <summary>The part of a stream that is the same for all that can only be read forward.</summary>
public abstract class ReadOnlyStream : Stream
{
    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public abstract override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default);

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    /// <summary>For readers that know only synchronous streams; it holds its thread while it waits.</summary>
    public override int Read(byte[] buffer, int offset, int count) =>
        ReadAsync(buffer.AsMemory(offset, count), CancellationToken.None).AsTask().GetAwaiter().GetResult();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException("this stream is only read forward");

    public override void SetLength(long value) => throw new NotSupportedException("this stream is only read");

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException("this stream is only read");

    public override void Flush()
    {
    }
}
