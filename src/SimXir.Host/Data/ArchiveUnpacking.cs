using System.Collections.Immutable;
using System.Formats.Tar;
using System.Globalization;
using System.IO.Compression;
using SimXir.Method;

namespace SimXir.Host;

/// <summary>Takes out of a <c>.tar.gz</c> what it is known to hold, and nothing else.</summary>
/// <remarks>Names are compared with the list of those that are wanted and never become a path of their own, so nothing leaves the folder; only regular
/// files of exactly the right size are written, and reading stops at a bound, so nothing can swell.</remarks>
internal static class ArchiveUnpacking
{
    private const int ManyEntries = 1000;

    /// <summary>What may stand in the archive beside the wanted files: a readme, names of labels, the padding of the format.</summary>
    private const long OtherBytes = 64 << 20;

    /// <exception cref="FetchException">It is no such archive, lacks a file, or holds one of another size.</exception>
    public static void Unpack(string archive, ImmutableArray<OfficialEntry> wanted, string folder, CancellationToken cancellation)
    {
        var missing = wanted.ToDictionary(entry => entry.Name);
        try
        {
            using var packed = File.OpenRead(archive);
            using var bounded = new BoundedStream(new GZipStream(packed, CompressionMode.Decompress), wanted.Sum(entry => entry.LengthBytes) + OtherBytes, archive);
            using var tar = new TarReader(bounded);
            for (var count = 0; missing.Count > 0 && tar.GetNextEntry() is { } entry; count++)
            {
                cancellation.ThrowIfCancellationRequested();
                if (count == ManyEntries) throw Fault(archive, string.Create(CultureInfo.InvariantCulture, $"holds more than {ManyEntries} files"));
                if (missing.Remove(entry.Name, out var known)) Write(archive, entry, known, folder);
            }
        }
        catch (Exception fault) when (fault is InvalidDataException or EndOfStreamException or FormatException)
        {
            throw Fault(archive, $"cannot be unpacked ({fault.Message.TrimEnd('.')})");
        }
        if (missing.Count > 0) throw Fault(archive, $"lacks {string.Join(", ", missing.Keys)}");
    }

    private static void Write(string archive, TarEntry entry, OfficialEntry known, string folder)
    {
        if (entry.EntryType is not (TarEntryType.RegularFile or TarEntryType.V7RegularFile)) throw Fault(archive, $"holds '{known.Name}' as a {entry.EntryType}, not as a file");
        if (entry.Length != known.LengthBytes || entry.DataStream is null)
            throw Fault(archive, string.Create(CultureInfo.InvariantCulture, $"holds '{known.Name}' with {entry.Length} bytes where {known.LengthBytes} are right"));
        var path = Path.Combine(folder, known.Name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        using var file = PartFile.Open(path);
        file.SetLength(0);
        var buffer = new byte[256 * 1024];
        while (entry.DataStream.Read(buffer) is var read and > 0) PartFile.Write(file, buffer.AsSpan(0, read));
    }

    private static FetchException Fault(string archive, string what) => new($"'{archive}' {what}; delete it and fetch again, or name another --mirror");
}
