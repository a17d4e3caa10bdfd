using System.Collections.Immutable;
using System.Formats.Tar;
using System.Globalization;

namespace SimXir.Method;

/// <summary>A folder of images as a few large files, which is how a store keeps it: an object for each of a hundred thousand images would
/// take it hours. Equal folders give equal packs.</summary>
internal static class ImagePacks
{
    /// <summary>A push that was stopped goes on with the next pack, and a machine needs room for one more than the images.</summary>
    private const long PackBytes = 256 << 20;

    private const string Suffix = ".tar";

    public static ImmutableArray<string> NamesOf(ImageFolder folder) => [.. Packs(folder).Select((_, number) => NameOf(number))];

    /// <summary>A pack, in a temporary file that vanishes with the stream.</summary>
    /// <param name="folder">What is packed.</param>
    /// <param name="name">One of <see cref="NamesOf"/>.</param>
    public static Stream Open(ImageFolder folder, string name)
    {
        var files = Packs(folder).Where((_, number) => NameOf(number) == name).Single();
        var pack = new FileStream(Path.GetTempFileName(), new FileStreamOptions { Access = FileAccess.ReadWrite, Options = FileOptions.DeleteOnClose });
        using (var tar = new TarWriter(pack, TarEntryFormat.Gnu, leaveOpen: true))
        {
            foreach (var file in files)
            {
                using var image = File.OpenRead(folder.PathOf(file));
                tar.WriteEntry(new GnuTarEntry(TarEntryType.RegularFile, file.Name)
                {
                    DataStream = image,
                    ModificationTime = DateTimeOffset.UnixEpoch,
                    AccessTime = DateTimeOffset.UnixEpoch,
                    ChangeTime = DateTimeOffset.UnixEpoch,
                });
            }
        }
        pack.Position = 0;
        return pack;
    }

    /// <summary>Puts the images of the packs that lie in a folder into it, and takes the packs away.</summary>
    /// <remarks>Names become paths only where they have the form of a folder of images, so nothing leaves the folder.</remarks>
    /// <exception cref="DatasetException">A pack is none.</exception>
    public static void Unpack(string folder)
    {
        foreach (var pack in Directory.GetFiles(folder, "*" + Suffix).Order(StringComparer.Ordinal))
        {
            try
            {
                using var tar = new TarReader(File.OpenRead(pack));
                while (tar.GetNextEntry() is { } entry)
                {
                    var path = Path.Combine([folder, .. PartsOf(entry, pack)]);
                    Directory.CreateDirectory(Path.GetDirectoryName(path)!);
                    using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write);
                    entry.DataStream?.CopyTo(file);
                }
            }
            catch (Exception fault) when (fault is InvalidDataException or EndOfStreamException or FormatException)
            {
                throw new DatasetException($"'{pack}' cannot be unpacked ({fault.Message.TrimEnd('.')}); push the dataset again", fault);
            }
            File.Delete(pack);
        }
    }

    private static string[] PartsOf(TarEntry entry, string pack)
    {
        var parts = entry.Name.Split('/');
        var isImage = entry.EntryType == TarEntryType.RegularFile && parts.Length == 3
            && parts.All(part => part.Length > 0 && part[0] != '.' && !part.Contains('\\', StringComparison.Ordinal) && !part.Any(char.IsControl));
        return isImage ? parts : throw new DatasetException($"'{pack}' holds '{entry.Name}' as a {entry.EntryType}, which is no image of a folder of images; push the dataset again");
    }

    private static string NameOf(int number) => string.Create(CultureInfo.InvariantCulture, $"images-{number + 1:D5}{Suffix}");

    private static IEnumerable<List<ImageFile>> Packs(ImageFolder folder)
    {
        var (pack, bytes) = (new List<ImageFile>(), 0L);
        foreach (var file in folder.All)
        {
            if (pack.Count > 0 && bytes + file.LengthBytes > PackBytes)
            {
                yield return pack;
                (pack, bytes) = ([], 0);
            }
            pack.Add(file);
            bytes += file.LengthBytes;
        }
        yield return pack;
    }
}
