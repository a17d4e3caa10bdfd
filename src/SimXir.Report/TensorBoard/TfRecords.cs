using System.Buffers.Binary;
using System.Numerics;

namespace SimXir.Report;

/// <summary>TensorFlow's record file: of each record its length (8 bytes, little-endian), the masked CRC-32C of these bytes, the record, and its
/// masked CRC-32C.</summary>
internal static class TfRecords
{
    /// <summary>What TensorFlow adds to a CRC after turning it by 15 bits, so that a CRC of data that holds CRCs is none of them.</summary>
    private const uint Mask = 0xA282EAD8;

    public static void Append(Stream to, ReadOnlySpan<byte> record)
    {
        Span<byte> head = stackalloc byte[sizeof(ulong) + sizeof(uint)];
        BinaryPrimitives.WriteUInt64LittleEndian(head, (ulong)record.Length);
        BinaryPrimitives.WriteUInt32LittleEndian(head[sizeof(ulong)..], MaskedCrc(head[..sizeof(ulong)]));
        to.Write(head);
        to.Write(record);
        Span<byte> tail = stackalloc byte[sizeof(uint)];
        BinaryPrimitives.WriteUInt32LittleEndian(tail, MaskedCrc(record));
        to.Write(tail);
    }

    public static uint MaskedCrc(ReadOnlySpan<byte> data) => BitOperations.RotateRight(Crc32C(data), 15) + Mask;

    /// <summary>Castagnoli's CRC-32, with the usual inversions at both ends.</summary>
    public static uint Crc32C(ReadOnlySpan<byte> data)
    {
        var crc = uint.MaxValue;
        for (; data.Length >= sizeof(ulong); data = data[sizeof(ulong)..]) crc = BitOperations.Crc32C(crc, BinaryPrimitives.ReadUInt64LittleEndian(data));
        foreach (var each in data) crc = BitOperations.Crc32C(crc, each);
        return ~crc;
    }
}
