using System.Buffers.Binary;
using Google.Protobuf;

namespace SimXir.Report.Tests;

/// <summary>Reads event files by the letter of their formats, and holds every record against its CRCs.</summary>
internal static class EventReader
{
    public static List<(double At, long Step, string? Version, Dictionary<string, float> Scalars)> Read(byte[] file)
    {
        var events = new List<(double, long, string?, Dictionary<string, float>)>();
        for (var rest = file.AsSpan(); rest.Length > 0;)
        {
            var length = (int)BinaryPrimitives.ReadUInt64LittleEndian(rest);
            Assert.Equal(Masked(rest[..8]), BinaryPrimitives.ReadUInt32LittleEndian(rest[8..]));
            var record = rest.Slice(12, length);
            Assert.Equal(Masked(record), BinaryPrimitives.ReadUInt32LittleEndian(rest[(12 + length)..]));
            events.Add(Event(record.ToArray()));
            rest = rest[(16 + length)..];
        }
        return events;
    }

    private static (double, long, string?, Dictionary<string, float>) Event(byte[] record)
    {
        var (at, step, version, scalars) = (0.0, 0L, (string?)null, new Dictionary<string, float>());
        using var message = new CodedInputStream(record);
        while (message.ReadTag() is var tag and not 0)
        {
            switch (WireFormat.GetTagFieldNumber(tag))
            {
                case 1: at = message.ReadDouble(); break;
                case 2: step = message.ReadInt64(); break;
                case 3: version = message.ReadString(); break;
                case 5: Summary(message.ReadBytes().ToByteArray(), scalars); break;
                default: Assert.Fail($"unexpected field {tag >> 3}"); break;
            }
        }
        return (at, step, version, scalars);
    }

    private static void Summary(byte[] content, Dictionary<string, float> scalars)
    {
        using var message = new CodedInputStream(content);
        while (message.ReadTag() is var tag and not 0)
        {
            Assert.Equal(1, WireFormat.GetTagFieldNumber(tag));
            using var value = new CodedInputStream(message.ReadBytes().ToByteArray());
            var (name, number) = ("", 0f);
            while (value.ReadTag() is var field and not 0)
            {
                if (WireFormat.GetTagFieldNumber(field) == 1) name = value.ReadString();
                else number = value.ReadFloat();
            }
            scalars.Add(name, number);
        }
    }

    /// <summary>CRC-32C bit by bit, apart from the writer's.</summary>
    private static uint Masked(ReadOnlySpan<byte> data)
    {
        const uint Castagnoli = 0x82F63B78;
        var crc = uint.MaxValue;
        foreach (var each in data)
        {
            crc ^= each;
            for (var bit = 0; bit < 8; bit++) crc = (crc >> 1) ^ ((crc & 1) * Castagnoli);
        }
        crc = ~crc;
        return ((crc >> 15) | (crc << 17)) + 0xA282EAD8;
    }
}
