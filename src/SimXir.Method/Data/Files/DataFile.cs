using System.Security.Cryptography;

namespace SimXir.Method;

/// <summary>One official file of a dataset.</summary>
/// <param name="name">Its official name, without the folder.</param>
/// <param name="path">Where it is, as users are told.</param>
/// <param name="cure">What to do when it is broken.</param>
/// <param name="open">Opens it for reading.</param>
/// <param name="hash">Gives its SHA-256 where it was not read.</param>
internal sealed class DataFile(string name, string path, string cure, Func<Stream> open, Func<DataFile, string> hash)
{
    private string? _sha256;
    private long? _lengthBytes;

    public string Name => name;

    public string Path => path;

    public long LengthBytes => _lengthBytes ??= Guarded(stream => stream.Length);

    /// <summary>Lower-case hexadecimal; of the bytes that <see cref="ReadAll"/> gave, where it was called.</summary>
    public string Sha256 => _sha256 ??= hash(this);

    public byte[] ReadAll()
    {
        var bytes = Guarded(stream =>
        {
            if (stream.Length > Array.MaxLength)
                throw Fault($"has {stream.Length} bytes, more than the {Array.MaxLength} that can be read");
            var content = new byte[stream.Length];
            stream.ReadExactly(content);
            return content;
        });
        _sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes));
        _lengthBytes = bytes.Length;
        return bytes;
    }

    public string ComputeSha256() => Guarded(stream => Convert.ToHexStringLower(SHA256.HashData(stream)));

    /// <summary>An error about this file.</summary>
    /// <param name="finding">What was found and what is expected, as the rest of a sentence that starts with the file.</param>
    public DatasetException Fault(string finding) => new($"'{path}' {finding}; {cure}");

    private T Guarded<T>(Func<Stream, T> use)
    {
        try
        {
            using var stream = open();
            return use(stream);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new DatasetException($"'{path}' cannot be read ({fault.Message}); {cure}", fault);
        }
    }
}
