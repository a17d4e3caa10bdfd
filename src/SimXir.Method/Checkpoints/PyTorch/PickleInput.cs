using System.Buffers.Binary;
using System.Numerics;
using System.Text;

namespace SimXir.Method;

/// <summary>The bytes of one or several pickles, read forward; every length is held against what is left.</summary>
internal sealed class PickleInput(ReadOnlyMemory<byte> content)
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public int Position { get; private set; }

    public int Left => content.Length - Position;

    public ReadOnlySpan<byte> Bytes(long count)
    {
        if (count > Left) throw Fault($"asks for {count} bytes at byte {Position}, where {Left} are left");
        var bytes = content.Span.Slice(Position, (int)count);
        Position += (int)count;
        return bytes;
    }

    public byte Byte() => Bytes(1)[0];

    public ushort UInt16() => BinaryPrimitives.ReadUInt16LittleEndian(Bytes(sizeof(ushort)));

    public int Int32() => BinaryPrimitives.ReadInt32LittleEndian(Bytes(sizeof(int)));

    public uint UInt32() => BinaryPrimitives.ReadUInt32LittleEndian(Bytes(sizeof(uint)));

    /// <summary>A length of eight bytes.</summary>
    public long Length64()
    {
        var length = BinaryPrimitives.ReadInt64LittleEndian(Bytes(sizeof(long)));
        return length >= 0 ? length : throw Fault($"announces {length} bytes");
    }

    public double Double() => BinaryPrimitives.ReadDoubleBigEndian(Bytes(sizeof(double)));

    /// <summary>A whole number of up to 255 bytes; as a <see cref="long"/> where it is one.</summary>
    public object Long1()
    {
        var value = new BigInteger(Bytes(Byte()));
        return value >= long.MinValue && value <= long.MaxValue ? (object)(long)value : value;
    }

    public string Utf8(long bytes)
    {
        var at = Position;
        try
        {
            return Strict.GetString(Bytes(bytes));
        }
        catch (DecoderFallbackException)
        {
            throw Fault($"holds text at byte {at} that is not UTF-8");
        }
    }

    /// <summary>A string of Python 2.</summary>
    public string Latin1(long bytes) => Encoding.Latin1.GetString(Bytes(bytes));

    public string Line()
    {
        var length = content.Span[Position..].IndexOf((byte)'\n');
        if (length < 0) throw Fault($"holds a name at byte {Position} without an end");
        var line = Utf8(length);
        Position++;
        return line;
    }

    public static CheckpointException Fault(string fault) => new($"the pickle {fault}");
}
