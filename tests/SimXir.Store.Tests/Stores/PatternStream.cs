using System.Runtime.InteropServices;

namespace SimXir.Store.Tests;

/// <summary>As many bytes as wanted without having them: each is a function of its place and a seed.</summary>
public sealed class PatternStream(long length, ulong seed, Action? look = null) : Stream
{
    private const int LookEvery = 32 * 1024 * 1024;
    private long _position;

    public override bool CanRead => true;

    public override bool CanSeek => true;

    public override bool CanWrite => false;

    public override long Length => length;

    public override long Position
    {
        get => _position;
        set => _position = value;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        var count = (int)Math.Min(buffer.Length, length - _position);
        if (_position / LookEvery != (_position + count) / LookEvery) look?.Invoke();
        Fill(buffer[..count]);
        _position += count;
        return count;
    }

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => new(Read(buffer.Span));

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        Task.FromResult(Read(buffer, offset, count));

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void Flush()
    {
    }

    private void Fill(Span<byte> buffer)
    {
        var place = _position;
        for (; buffer.Length > 0 && (place % 8 != 0 || buffer.Length < 8); buffer = buffer[1..], place++)
            buffer[0] = (byte)(Word(place / 8) >> (int)(place % 8 * 8));
        var words = MemoryMarshal.Cast<byte, ulong>(buffer);
        for (var i = 0; i < words.Length; i++) words[i] = Word((place / 8) + i);
        var rest = words.Length * 8;
        for (var i = rest; i < buffer.Length; i++) buffer[i] = (byte)(Word((place + i) / 8) >> (int)((place + i) % 8 * 8));
    }

    private ulong Word(long index) => ((ulong)index + seed) * 0x9E3779B97F4A7C15;
}
