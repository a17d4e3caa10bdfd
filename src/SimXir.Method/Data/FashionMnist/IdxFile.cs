using System.Buffers.Binary;
using System.IO.Compression;

namespace SimXir.Method;

/// <summary>The IDX layout of MNIST: two zero bytes, the type (8: bytes), the number of dimensions, each dimension as a big-endian 32-bit
/// number, then the values; gzipped or not, which the first bytes tell.</summary>
internal static class IdxFile
{
    private const uint ByteMagic = 0x0800;

    /// <summary>The dimensions and the values, as many as the dimensions say.</summary>
    public static (int[] Dimensions, byte[] Values) Read(DataFile file, int rank)
    {
        var content = file.ReadAll();
        var gzipped = content is [0x1F, 0x8B, ..];
        using Stream stored = new MemoryStream(content);
        using var stream = gzipped ? new GZipStream(stored, CompressionMode.Decompress) : stored;

        var header = ReadHeader(stream, rank, content.Length, file);
        var dimensions = new int[rank];
        var length = 1L;
        for (var i = 0; i < rank; i++)
        {
            dimensions[i] = BinaryPrimitives.ReadInt32BigEndian(header.AsSpan(4 + (4 * i)));
            if (dimensions[i] < 0) throw file.Fault($"announces a negative size, {dimensions[i]}");
            length = Math.Min(length * dimensions[i], int.MaxValue);
        }

        if (!gzipped && length != content.Length - header.Length)
            throw file.Fault($"has {content.Length - header.Length} bytes of values, but announces {string.Join(" x ", dimensions)}");
        var values = Inflation.Read(stream, length, content.Length, file);
        Inflation.ExpectEnd(stream, file);
        return (dimensions, values);
    }

    private static byte[] ReadHeader(Stream stream, int rank, int contentLength, DataFile file)
    {
        var header = Inflation.Read(stream, 4 + (4 * rank), Math.Max(contentLength, 1), file);
        var magic = BinaryPrimitives.ReadUInt32BigEndian(header);
        return magic == ByteMagic + (uint)rank
            ? header
            : throw file.Fault($"starts with 0x{magic:X8}; expected is 0x{ByteMagic + rank:X8}, IDX bytes of rank {rank}");
    }
}
