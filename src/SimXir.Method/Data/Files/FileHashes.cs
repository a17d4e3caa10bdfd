using System.Collections.Concurrent;

namespace SimXir.Method;

/// <summary>The SHA-256 of files on disk, computed again only when a file's length or time of change differs.</summary>
internal sealed class FileHashes
{
    private readonly ConcurrentDictionary<(string Path, long LengthBytes, DateTime ChangedUtc), string> _known = new();

    public string Of(DataFile file) =>
        _known.GetOrAdd((file.Path, file.LengthBytes, File.GetLastWriteTimeUtc(file.Path)), _ => file.ComputeSha256());
}
