using System.Buffers.Binary;
using System.Text;

namespace SimXir.Method;

/// <summary>The directory at the end of a zip archive (PKWARE's APPNOTE 6.3), in its 32 bit and 64 bit form.</summary>
internal static class ZipDirectory
{
    private const uint EndSignature = 0x06054B50, End64Signature = 0x06064B50, Locator64Signature = 0x07064B50, EntrySignature = 0x02014B50;
    private const int EndBytes = 22, Locator64Bytes = 20, EntryBytes = 46, MaxCommentBytes = ushort.MaxValue;
    private const ushort Zip64Extra = 1, Encrypted = 1, Stored = 0, Deflated = 8;

    /// <param name="file">The whole archive.</param>
    /// <param name="start">Where the directory starts: all files lie before it.</param>
    public static List<ZipEntry> Read(ReadOnlySpan<byte> file, out long start)
    {
        var end = FindEnd(file);
        long size = UInt32(file, end + 12);
        start = UInt32(file, end + 16);
        if (start == uint.MaxValue || size == uint.MaxValue || UInt16(file, end + 10) == ushort.MaxValue) (start, size) = Read64(file, end);
        if (start < 0 || size < 0 || start > end || size > end - start)
            throw Fault($"has a directory of {size} bytes at byte {start} of {file.Length}");

        var entries = new List<ZipEntry>();
        for (var at = (int)start; at < (int)(start + size);) entries.Add(ReadEntry(file[..(int)(start + size)], ref at));
        return entries;
    }

    public static CheckpointException Fault(string fault) => new($"the zip archive {fault}");

    public static ushort UInt16(ReadOnlySpan<byte> file, long at) => BinaryPrimitives.ReadUInt16LittleEndian(Slice(file, at, 2));

    public static uint UInt32(ReadOnlySpan<byte> file, long at) => BinaryPrimitives.ReadUInt32LittleEndian(Slice(file, at, 4));

    public static ReadOnlySpan<byte> Slice(ReadOnlySpan<byte> file, long at, long bytes) => at >= 0 && bytes <= file.Length - at
        ? file.Slice((int)at, (int)bytes)
        : throw Fault($"ends in the middle of its directory, or that of a file in it: {bytes} bytes at byte {at} of {file.Length}");

    private static long Int64(ReadOnlySpan<byte> file, long at) => BinaryPrimitives.ReadInt64LittleEndian(Slice(file, at, 8));

    /// <summary>The end record is the last thing in the file but for a comment, whose length it states.</summary>
    private static int FindEnd(ReadOnlySpan<byte> file)
    {
        var lowest = Math.Max(0, file.Length - EndBytes - MaxCommentBytes);
        for (var at = file.Length - EndBytes; at >= lowest; at--)
            if (UInt32(file, at) == EndSignature && UInt16(file, at + 20) == file.Length - at - EndBytes) return at;
        throw Fault("has no directory at its end: truncated?");
    }

    private static (long Start, long Size) Read64(ReadOnlySpan<byte> file, int end)
    {
        var locator = end - Locator64Bytes;
        if (locator < 0 || UInt32(file, locator) != Locator64Signature) throw Fault("has no 64 bit directory where its end refers to one");
        var at = Int64(file, locator + 8);
        if (at < 0 || at > locator || UInt32(file, at) != End64Signature) throw Fault($"has no 64 bit directory at byte {at}");
        return (Int64(file, at + 48), Int64(file, at + 40));
    }

    private static ZipEntry ReadEntry(ReadOnlySpan<byte> file, ref int at)
    {
        if (UInt32(file, at) != EntrySignature) throw Fault($"has a directory that is broken at byte {at}");
        var (flags, method, crc) = (UInt16(file, at + 8), UInt16(file, at + 10), UInt32(file, at + 16));
        var (name, extra, comment) = (UInt16(file, at + 28), UInt16(file, at + 30), UInt16(file, at + 32));
        var text = NameOf(Slice(file, at + EntryBytes, name));
        if ((flags & Encrypted) != 0) throw Fault($"has '{Shown.Of(text)}' encrypted");
        if (method is not (Stored or Deflated))
            throw Fault($"has '{Shown.Of(text)}' compressed by method {method}; read are 0 (stored) and 8 (deflated)");

        Span<long> fields = [UInt32(file, at + 24), UInt32(file, at + 20), UInt32(file, at + 42)];
        Widen(fields, Slice(file, at + EntryBytes + name, extra), text);
        _ = Slice(file, at + EntryBytes + name + extra, comment);
        at += EntryBytes + name + extra + comment;
        return new ZipEntry(text, method == Deflated, crc, StoredBytes: fields[1], Bytes: fields[0], HeaderAt: fields[2]);
    }

    /// <summary>Replaces fields that are too large for 32 bits by those of the 64 bit extra field, which holds only such, in this
    /// order.</summary>
    private static void Widen(Span<long> fields, ReadOnlySpan<byte> extra, string name)
    {
        while (extra.Length >= 4 && UInt16(extra, 0) != Zip64Extra) extra = extra[Math.Min(extra.Length, 4 + UInt16(extra, 2))..];
        var at = 4;
        foreach (ref var field in fields)
        {
            if (field != uint.MaxValue) continue;
            field = Int64(extra, at);
            at += sizeof(long);
            if (field < 0) throw Fault($"has '{Shown.Of(name)}' with a size or place of {field}");
        }
    }

    /// <summary>Names lead nowhere, since nothing is unpacked; one that would still shows that the file was made to do harm.</summary>
    private static string NameOf(ReadOnlySpan<byte> name)
    {
        var text = Encoding.UTF8.GetString(name);
        var isPlain = text is [not '/', ..] && !text.Contains('\\', StringComparison.Ordinal) && !text.Split('/').Contains("..");
        return isPlain ? text : throw Fault($"holds a file named '{Shown.Of(text)}', which leads out of it");
    }
}
