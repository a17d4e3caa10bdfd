using System.Collections.Concurrent;

namespace SimXir.Method;

/// <summary>The SHA-256 of files on disk, computed again only when a file's length or time of change differs. Safe for several
/// threads.</summary>
internal sealed class FileHashes
{
    private readonly ConcurrentDictionary<string, (long LengthBytes, DateTime ChangedUtc, string Sha256)> _known = new();

    public string Of(DataFile file) => Of(file.Path, file.LengthBytes, File.GetLastWriteTimeUtc(file.Path), file.ComputeSha256);

    /// <param name="path">Whole.</param>
    /// <param name="lengthBytes">As it is now.</param>
    /// <param name="changedUtc">As it is now.</param>
    /// <param name="compute">Hashes the file; lower-case hexadecimal.</param>
    public string Of(string path, long lengthBytes, DateTime changedUtc, Func<string> compute)
    {
        if (_known.TryGetValue(path, out var known) && known.LengthBytes == lengthBytes && known.ChangedUtc == changedUtc) return known.Sha256;
        var sha256 = compute();
        Set(path, lengthBytes, changedUtc, sha256);
        return sha256;
    }

    /// <summary>What was hashed while it was read.</summary>
    public void Set(string path, long lengthBytes, DateTime changedUtc, string sha256) => _known[path] = (lengthBytes, changedUtc, sha256);
}
