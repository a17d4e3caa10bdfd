using System.Collections.Concurrent;

namespace SimXir.Method;

/// <summary>The official folder of a dataset: on disk, or inside the program.</summary>
/// <param name="path">As users are told.</param>
/// <param name="format">What it should hold.</param>
/// <param name="find">Gives the file of a name, or null.</param>
internal sealed class DataFolder(string path, DatasetFormat format, Func<string, DataFile?> find)
{
    private static readonly ConcurrentDictionary<string, string> HashesOfShipped = new();

    public string Path => path;

    public DataFile? Find(string name) => find(name);

    /// <summary>The file under the first of its names that is there.</summary>
    public DataFile Require(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
            if (find(name) is { } file) return file;
        throw Missing(string.Join(" or ", names.ToArray()));
    }

    public DatasetException Missing(string what) => new($"'{path}' has no {what}; it must hold {format.Contents}: {format.Cure}");

    public static DataFolder OnDisk(string path, DatasetFormat format, FileHashes hashes) => new(path, format, name =>
    {
        var file = System.IO.Path.Combine(path, name);
        return File.Exists(file) ? new DataFile(name, file, format.Cure, () => File.OpenRead(file), hashes.Of) : null;
    });

    /// <summary>The resources of this assembly under the prefix.</summary>
    public static DataFolder Shipped(string prefix, DatasetFormat format) => new($"resource:{prefix}", format, name =>
    {
        var resource = $"{prefix}/{name}";
        var assembly = typeof(DataFolder).Assembly;
        if (assembly.GetManifestResourceInfo(resource) is null) return null;
        Stream Open() => assembly.GetManifestResourceStream(resource)!;
        return new DataFile(name, $"resource:{resource}", format.Cure, Open, file => HashesOfShipped.GetOrAdd(resource, _ => file.ComputeSha256()));
    });
}
