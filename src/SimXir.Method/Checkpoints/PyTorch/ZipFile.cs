using System.Collections.Immutable;
using System.IO.Compression;
using System.Runtime.InteropServices;

namespace SimXir.Method;

/// <summary>A zip archive in memory. Files that are stored as they are, as PyTorch's, are windows on it, not copies.</summary>
/// <remarks>Refused: files of one name, or that overlap (the trick of the densest zip bombs), sizes outside the archive, a wrong checksum,
/// and compressed files that would take more than <see cref="MaxFactor"/> times the archive's size together.</remarks>
internal sealed class ZipFile
{
    private const uint HeaderSignature = 0x04034B50;
    private const int HeaderBytes = 30;
    private const int MaxFactor = 16;
    private const int AlwaysAllowedBytes = 1 << 16;

    private readonly ReadOnlyMemory<byte> _file;
    private readonly ImmutableDictionary<string, (ZipEntry Entry, int At)> _entries;

    public ZipFile(ReadOnlyMemory<byte> file)
    {
        _file = file;
        var entries = ImmutableDictionary.CreateBuilder<string, (ZipEntry, int)>(StringComparer.Ordinal);
        var (before, end, unpacked) = ((string?)null, 0L, 0L);
        var allowed = Math.Min(Math.Max(AlwaysAllowedBytes, (long)MaxFactor * file.Length), Array.MaxLength);
        foreach (var entry in ZipDirectory.Read(file.Span, out var directory).OrderBy(entry => entry.HeaderAt))
        {
            if (before is not null && entry.HeaderAt < end) throw Fault($"holds '{Shown.Of(entry.Name)}' inside '{Shown.Of(before)}'");
            var at = DataAt(entry, directory);
            if (!entries.TryAdd(entry.Name, (entry, at))) throw Fault($"holds two files named '{Shown.Of(entry.Name)}'");
            (before, end) = (entry.Name, at + entry.StoredBytes);
            if (!entry.IsDeflated) continue;
            if (entry.Bytes > allowed - unpacked)
                throw Fault($"of {file.Length} bytes would unpack '{Shown.Of(entry.Name)}' to {entry.Bytes}; allowed are {allowed} in all");
            unpacked += entry.Bytes;
        }

        _entries = entries.ToImmutable();
    }

    public IEnumerable<string> Names => _entries.Keys;

    /// <summary>A file's content; null where there is none of that name.</summary>
    public ReadOnlyMemory<byte>? Find(string name)
    {
        if (!_entries.TryGetValue(name, out var found)) return null;
        var (entry, at) = found;
        var stored = _file.Slice(at, (int)entry.StoredBytes);
        var content = entry.IsDeflated ? Inflate(entry, stored) : stored;
        if (entry.Crc == 0 || Crc32.Of(content.Span) is var crc && crc == entry.Crc) return content;
        throw Fault($"holds '{Shown.Of(name)}' with the checksum {crc:X8} where its directory says {entry.Crc:X8}: it is damaged");
    }

    /// <summary>Where a file's content starts, behind a header of its own that must agree with the directory.</summary>
    private int DataAt(ZipEntry entry, long directory)
    {
        var file = _file.Span;
        if (!entry.IsDeflated && entry.Bytes != entry.StoredBytes)
            throw Fault($"stores '{Shown.Of(entry.Name)}' of {entry.Bytes} bytes in {entry.StoredBytes}");
        if (entry.HeaderAt > directory || ZipDirectory.UInt32(file, entry.HeaderAt) != HeaderSignature)
            throw Fault($"has no file at byte {entry.HeaderAt}, where '{Shown.Of(entry.Name)}' should be");
        var (name, extra) = (ZipDirectory.UInt16(file, entry.HeaderAt + 26), ZipDirectory.UInt16(file, entry.HeaderAt + 28));
        var at = entry.HeaderAt + HeaderBytes + name + extra;
        if (at > directory || entry.StoredBytes > directory - at)
            throw Fault($"has no room for the {entry.StoredBytes} bytes of '{Shown.Of(entry.Name)}' at byte {at}; its files end at {directory}");
        return (int)at;
    }

    private static byte[] Inflate(ZipEntry entry, ReadOnlyMemory<byte> stored)
    {
        if (!MemoryMarshal.TryGetArray(stored, out var part)) part = stored.ToArray();
        using var packed = new MemoryStream(part.Array!, part.Offset, part.Count, writable: false);
        using var stream = new DeflateStream(packed, CompressionMode.Decompress);
        var content = new byte[entry.Bytes];
        try
        {
            var filled = stream.ReadAtLeast(content, content.Length, throwOnEndOfStream: false);
            if (filled == content.Length && stream.ReadByte() < 0) return content;
        }
        catch (InvalidDataException fault)
        {
            throw Fault($"holds '{Shown.Of(entry.Name)}' with broken compressed data ({fault.Message.TrimEnd('.')})");
        }

        throw Fault($"holds '{Shown.Of(entry.Name)}', which does not unpack to the {entry.Bytes} bytes that its directory says");
    }

    private static CheckpointException Fault(string fault) => ZipDirectory.Fault(fault);
}
