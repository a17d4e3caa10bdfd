using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using SimXir.Experiments;

namespace SimXir.Method;

/// <summary>The official files of one dataset, found.</summary>
internal sealed class DatasetFiles
{
    private readonly DatasetFormat _format;
    private readonly int _classes;
    private readonly ImmutableArray<DataFile> _train, _test;

    private DatasetFiles(DatasetId id, DatasetFormat format, DataFolder folder)
    {
        (_format, _classes, Folder) = (format, id.Info.Classes, folder.Path);
        _train = format.Locate(folder, train: true);
        _test = format.Locate(folder, train: false);
    }

    public string Folder { get; }

    public IEnumerable<DataFile> All => _train.Concat(_test).OrderBy(file => file.Name, StringComparer.Ordinal);

    public ImageSet ReadTrain() => _format.Read(_train, _classes);

    public ImageSet ReadTest() => _format.Read(_test, _classes);

    /// <summary>SHA-256 of one line a file, in ordinal order: its name, a blank, its SHA-256.</summary>
    public string Fingerprint() => Convert.ToHexStringLower(SHA256.HashData(
        Encoding.UTF8.GetBytes(string.Concat(All.Select(file => $"{file.Name} {file.Sha256}\n")))));

    public static DatasetFiles Locate(DatasetId id, string? dataFolder, FileHashes hashes)
    {
        var format = DatasetFormats.Of(id);
        var folder = format.Folders.IsEmpty
            ? DataFolder.Shipped(id.Name, format)
            : DataFolder.OnDisk(FolderOnDisk(id, format, dataFolder), format, hashes);
        return new DatasetFiles(id, format, folder);
    }

    private static string FolderOnDisk(DatasetId id, DatasetFormat format, string? dataFolder)
    {
        var needed = $"dataset '{id}' needs the folder '{format.Folders[0]}' with {format.Contents}";
        if (string.IsNullOrWhiteSpace(dataFolder))
            throw new DatasetException($"{needed}, but no data folder is set: name the one that holds it with --data DIR ({format.Cure})");
        var root = Path.TrimEndingDirectorySeparator(Path.GetFullPath(dataFolder));
        if (!Directory.Exists(root)) throw new DatasetException($"{needed}, but the data folder '{root}' (--data) does not exist");

        string[] candidates = [.. format.Folders.Select(name => Path.Combine(root, name))];
        if (Array.Find(candidates, Directory.Exists) is { } found) return found;
        if (format.Folders.Contains(Path.GetFileName(root), StringComparer.OrdinalIgnoreCase)) return root;
        throw new DatasetException(
            $"{needed}, but the data folder '{root}' (--data) has no folder {Quoted(format.Folders)}: {format.Cure}");
    }

    private static string Quoted(ImmutableArray<string> names) => string.Join(" or ", names.Select(name => $"'{name}'"));
}
