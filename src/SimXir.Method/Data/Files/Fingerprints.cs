using System.Security.Cryptography;
using System.Text;

namespace SimXir.Method;

/// <summary>SHA-256 over the names and hashes of a dataset's files.</summary>
internal static class Fingerprints
{
    /// <param name="files">In ordinal order of their names; the hash is lower-case hexadecimal.</param>
    public static string Of(IEnumerable<(string Name, string Sha256)> files)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var (name, sha256) in files) hash.AppendData(Encoding.UTF8.GetBytes($"{name} {sha256}\n"));
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
