using System.Buffers.Binary;

namespace SimXir.Method;

/// <summary>Reads the data elements of a MAT-file one after the other; every length is checked against what is there.</summary>
internal sealed class MatCursor(ReadOnlyMemory<byte> content, bool bigEndian, DataFile file)
{
    private const int TagBytes = 8;
    private const int SmallDataBytes = 4;
    private int _at;

    public bool AtEnd => _at >= content.Length;

    public bool BigEndian => bigEndian;

    public DataFile File => file;

    /// <summary>The next element. Short data stands in the tag itself, whose upper half then holds its length.</summary>
    public (MatType Type, ReadOnlyMemory<byte> Data) Next()
    {
        if (content.Length - _at < TagBytes)
            throw file.Fault($"ends in the middle of a data element, with {content.Length - _at} of its first {TagBytes} bytes");
        var first = UInt32(content.Span[_at..], bigEndian);
        if (first >> 16 is > 0 and var shortBytes) return Small((MatType)(first & 0xFFFF), shortBytes);

        var (type, length) = ((MatType)first, UInt32(content.Span[(_at + 4)..], bigEndian));
        var room = content.Length - _at - TagBytes;
        if (length > room) throw file.Fault($"announces a data element of {length} bytes ({type}) where {room} are left");
        var data = content.Slice(_at + TagBytes, (int)length);

        // Elements start at multiples of eight bytes, except after compressed ones; the padding of the last may be missing.
        var padding = type == MatType.Compressed ? 0 : (int)(-length & 7);
        _at = Math.Min(_at + TagBytes + (int)length + padding, content.Length);
        return (type, data);
    }

    /// <summary>The next element, which must be of one of the types.</summary>
    public ReadOnlyMemory<byte> Next(string what, params ReadOnlySpan<MatType> types)
    {
        var (type, data) = Next();
        return types.Contains(type) ? data : throw file.Fault($"has {type} where a variable's {what} is expected");
    }

    public static uint UInt32(ReadOnlySpan<byte> bytes, bool bigEndian) =>
        bigEndian ? BinaryPrimitives.ReadUInt32BigEndian(bytes) : BinaryPrimitives.ReadUInt32LittleEndian(bytes);

    private (MatType Type, ReadOnlyMemory<byte> Data) Small(MatType type, uint length)
    {
        if (length > SmallDataBytes)
            throw file.Fault($"announces {length} bytes in a short data element, which has room for {SmallDataBytes}");
        var data = content.Slice(_at + 4, (int)length);
        _at += TagBytes;
        return (type, data);
    }
}
