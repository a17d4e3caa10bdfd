using System.Security.Cryptography;
using SimXir.Method;

namespace SimXir.Host;

/// <summary>Brings a dataset from its authors, or from a mirror, into a data folder, and checks it there.</summary>
/// <remarks>Downloads lie in <c>.fetching</c> until they are whole and their checksum is right, so a fetch that was stopped goes on where it was; files come
/// to their place by renaming, so no reader ever sees half of one.</remarks>
public sealed class DatasetFetch(FetchOptions options, HttpClient http, TimeProvider time, Action<FetchProgress> progress)
{
    private const string WorkFolder = ".fetching";

    private string Work => Path.Combine(options.DataFolder, WorkFolder);

    /// <summary>What is there afterwards, whole; nothing is downloaded where it is there already.</summary>
    /// <exception cref="FetchException">It cannot be had, or not be written.</exception>
    /// <exception cref="DatasetException">It came with the right checksum and is no such dataset, or what lies there is broken.</exception>
    public async Task<DatasetCheck> FetchAsync(OfficialDataset dataset, CancellationToken cancellation)
    {
        if (!dataset.Contents.All(IsThere))
        {
            PartFile.Guarded(Work, () => Directory.CreateDirectory(Work));
            foreach (var file in dataset.Files) await FetchAsync(dataset, file, cancellation);
            if (!Directory.EnumerateFileSystemEntries(Work).Any()) Directory.Delete(Work);
        }
        return new Datasets(options.DataFolder).Check(dataset.Id);
    }

    private bool IsThere(OfficialEntry entry) => new FileInfo(Path.Combine(options.DataFolder, entry.Name)) is { Exists: true } found && found.Length == entry.LengthBytes;

    private async Task FetchAsync(OfficialDataset dataset, OfficialFile file, CancellationToken cancellation)
    {
        var whole = Path.Combine(Work, file.Name);
        if (file.Entries.IsEmpty)
        {
            if (IsThere(new OfficialEntry($"{dataset.Folder}/{file.Name}", file.LengthBytes))) return;
            await DownloadAsync(file, whole, cancellation);
            Place(whole, $"{dataset.Folder}/{file.Name}");
            return;
        }
        await DownloadAsync(file, whole, cancellation);
        var unpacked = Path.Combine(Work, $"{dataset.Id}-unpacked");
        ArchiveUnpacking.Unpack(whole, file.Entries, unpacked, cancellation);
        foreach (var entry in file.Entries) Place(Path.Combine(unpacked, entry.Name), entry.Name);
        Directory.Delete(unpacked, recursive: true);
        File.Delete(whole);
    }

    private void Place(string from, string name)
    {
        var to = Path.Combine(options.DataFolder, name);
        PartFile.Guarded(to, () =>
        {
            Directory.CreateDirectory(Path.GetDirectoryName(to)!);
            File.Move(from, to, overwrite: true);
            return true;
        });
    }

    /// <summary>A download whose checksum is wrong is thrown away and made once more, from the first byte.</summary>
    private async Task DownloadAsync(OfficialFile file, string path, CancellationToken cancellation)
    {
        if (PartFile.LengthOf(path) == file.LengthBytes && await Sha256Async(path, cancellation) == file.Sha256) return;
        var (part, url) = (path + ".part", options.Mirror is { } mirror ? Below(mirror, file.Name) : file.Url);
        var download = new ResumableDownload(http, options, time, progress);
        for (var isLast = false; ; isLast = true)
        {
            await download.RunAsync(file, url, part, cancellation);
            var found = await Sha256Async(part, cancellation);
            if (found == file.Sha256) break;
            File.Delete(part);
            if (isLast) throw new FetchException($"{ResumableDownload.Shown(url)} has SHA-256 {found} twice in a row, and the official {file.Name} has {file.Sha256}: it was changed or is damaged there; name another --mirror");
        }
        File.Move(part, path, overwrite: true);
    }

    private static Uri Below(Uri mirror, string name) => new(mirror.AbsoluteUri.EndsWith('/') ? mirror : new Uri(mirror.AbsoluteUri + "/"), name);

    private static async Task<string> Sha256Async(string path, CancellationToken cancellation)
    {
        await using var file = File.OpenRead(path);
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(file, cancellation));
    }
}
