using System.Buffers.Binary;
using System.Security.Cryptography;

namespace SimXir.Method;

/// <summary>A checkpoint read from a file of any format that SimXIR knows.</summary>
/// <param name="Name">The file's, without its folder.</param>
/// <param name="Format">Told by the file's first bytes, not by its name.</param>
/// <param name="Content">Its tensors and texts.</param>
/// <param name="Bytes">The file's size.</param>
/// <param name="Sha256">Of the file, lower-case hexadecimal.</param>
public sealed record CheckpointFile(string Name, CheckpointFormat Format, TensorFile Content, long Bytes, string Sha256)
{
    private const byte PickleProtocol = 0x80;
    private const int TarSignatureAt = 257;

    /// <exception cref="CheckpointException">It cannot be read, or is no checkpoint; the message names the file.</exception>
    public static CheckpointFile Read(string path)
    {
        try
        {
            return Read(ReadAll(path), Path.GetFileName(path));
        }
        catch (Exception fault) when (fault is CheckpointException or IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new CheckpointException($"'{path}': {fault.Message.TrimEnd('.')}", fault);
        }
    }

    public static CheckpointFile Read(byte[] file, string name)
    {
        var format = FormatOf(file);
        var content = format switch
        {
            CheckpointFormat.PyTorchZip => PthReader.Read(file),
            CheckpointFormat.PyTorchLegacy => LegacyPthReader.Read(file),
            _ => SafetensorsReader.Read(file),
        };
        return new CheckpointFile(name, format, content, file.Length, Convert.ToHexStringLower(SHA256.HashData(file)));
    }

    private static byte[] ReadAll(string path)
    {
        using var stream = File.OpenRead(path);
        if (stream.Length > Array.MaxLength)
            throw new CheckpointException($"it has {stream.Length} bytes; read are up to {Array.MaxLength}");
        var content = new byte[stream.Length];
        stream.ReadExactly(content);
        return content;
    }

    private static CheckpointFormat FormatOf(ReadOnlySpan<byte> file)
    {
        if (file.StartsWith("PK"u8)) return CheckpointFormat.PyTorchZip;
        if (file.Length > 0 && file[0] == PickleProtocol) return CheckpointFormat.PyTorchLegacy;
        if (file.Length > TarSignatureAt && file[TarSignatureAt..].StartsWith("ustar"u8))
            throw new CheckpointException("it is a tar archive, as PyTorch wrote before 0.2; load it there and save it again");
        if (file.Length > sizeof(long) && file[sizeof(long)] == (byte)'{' && BinaryPrimitives.ReadUInt64LittleEndian(file) < uint.MaxValue)
            return CheckpointFormat.Safetensors;
        throw new CheckpointException(
            $"it is no checkpoint: its {file.Length} bytes begin as neither a safetensors file nor one of PyTorch's (.pth, .pt, .ckpt)");
    }
}
