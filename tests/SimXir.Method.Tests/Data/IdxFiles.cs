using System.Buffers.Binary;
using System.IO.Compression;

namespace SimXir.Method.Tests;

/// <summary>Writes the IDX layout.</summary>
internal static class IdxFiles
{
    public static byte[] Bytes(int[] dimensions, byte[] values, uint? magic = null)
    {
        var file = new byte[4 + (4 * dimensions.Length) + values.Length];
        BinaryPrimitives.WriteUInt32BigEndian(file, magic ?? 0x0800 + (uint)dimensions.Length);
        for (var i = 0; i < dimensions.Length; i++) BinaryPrimitives.WriteInt32BigEndian(file.AsSpan(4 + (4 * i)), dimensions[i]);
        values.CopyTo(file, file.Length - values.Length);
        return file;
    }

    public static byte[] Gzip(byte[] content)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal, leaveOpen: true)) gzip.Write(content);
        return packed.ToArray();
    }

    /// <summary>Gray images of 28x28 random pixels, labelled 0 to 9 in turn.</summary>
    public static (byte[] Images, byte[] Labels) Random(int count, int seed = 0)
    {
        var values = new byte[count * 784];
        var random = new CounterRandom(seed, RandomStream.Monitor);
        for (var i = 0; i < values.Length; i++) values[i] = (byte)random.NextUInt32();
        return (Bytes([count, 28, 28], values), Bytes([count], [.. Enumerable.Range(0, count).Select(i => (byte)(i % 10))]));
    }
}
