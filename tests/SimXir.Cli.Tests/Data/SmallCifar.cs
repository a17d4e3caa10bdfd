using System.Formats.Tar;
using System.IO.Compression;
using System.Security.Cryptography;
using SimXir.Experiments;
using SimXir.Host;
using SimXir.Method;

namespace SimXir.Cli.Tests;

/// <summary>CIFAR-10 as it is published, with few images.</summary>
public static class SmallCifar
{
    public const string Archive = "cifar-10-binary.tar.gz";
    private const int Images = 12;

    public static IReadOnlyList<string> Names { get; } = [.. Enumerable.Range(1, 5).Select(number => $"cifar-10-batches-bin/data_batch_{number}.bin"), "cifar-10-batches-bin/test_batch.bin"];

    /// <summary>One batch: each image a label, then 3072 bytes that do not shrink.</summary>
    public static byte[] Batch(int seed)
    {
        var bytes = new byte[Images * 3073];
        for (int at = 0, state = (seed * 7919) + 1; at < bytes.Length; at++)
        {
            state = unchecked((state * 1103515245) + 12345);
            bytes[at] = at % 3073 == 0 ? (byte)(at / 3073 % 10) : (byte)(state >> 16);
        }
        return bytes;
    }

    public static byte[] Pack(IEnumerable<TarEntry> entries)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest))
        using (var tar = new TarWriter(gzip, TarEntryFormat.Ustar))
            foreach (var entry in entries) tar.WriteEntry(entry);
        return packed.ToArray();
    }

    public static TarEntry File(string name, byte[] content) => new UstarTarEntry(TarEntryType.RegularFile, name) { DataStream = new MemoryStream(content) };

    /// <summary>As the authors pack it: a folder, a readme, and the batches.</summary>
    public static byte[] Pack() => Pack(
        [new UstarTarEntry(TarEntryType.Directory, "cifar-10-batches-bin/"), File("cifar-10-batches-bin/readme.html", [60]), .. Names.Select((name, number) => File(name, Batch(number)))]);

    public static OfficialDataset Of(byte[] archive) => new(DatasetId.Parse("cifar10"), "cifar-10-batches-bin",
        [new(new Uri($"https://example.invalid/{Archive}"), archive.Length, Convert.ToHexStringLower(SHA256.HashData(archive)), [.. Names.Select(name => new OfficialEntry(name, Images * 3073))])]);
}
