using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace SimXir.Method.Tests;

/// <summary>Writes MAT-files of version 5.</summary>
internal sealed class MatFiles(bool bigEndian = false, bool compressed = false)
{
    private const int Matrix = 14, Compressed = 15;
    private readonly MemoryStream _file = Header(bigEndian);

    public static byte[] Svhn(ImageSet images, bool bigEndian = false, bool compressed = false, bool doubleLabels = false)
    {
        var digits = images.Labels.Select(label => label == 0 ? 10 : label).ToArray();
        var file = new MatFiles(bigEndian, compressed).Variable("X", 9, [32, 32, 3, images.Count], 2, ByColumns(images));
        return (doubleLabels
            ? file.Variable("y", 6, [images.Count, 1], 9, [.. digits.SelectMany(digit => file.Double(digit))])
            : file.Variable("y", 9, [images.Count, 1], 2, [.. digits.Select(digit => (byte)digit)])).ToArray();
    }

    public static byte[] ByColumns(ImageSet images)
    {
        var columns = new byte[images.Pixels.Length];
        for (var i = 0; i < columns.Length; i++)
        {
            var (plane, row, column) = (i / 1024, i % 1024 / 32, i % 32);
            columns[(plane * 1024) + (column * 32) + row] = images.Pixels[i];
        }

        return columns;
    }

    public MatFiles Variable(string name, int kind, int[] dimensions, int type, byte[] data)
    {
        byte[] content =
        [
            .. Element(6, [.. Word(kind), .. Word(0)]),
            .. Element(5, [.. dimensions.SelectMany(Word)]),
            .. Element(1, Encoding.ASCII.GetBytes(name)),
            .. Element(type, data),
        ];
        return Raw(compressed ? Packed(Element(Matrix, content)) : Element(Matrix, content));
    }

    public MatFiles Raw(byte[] bytes)
    {
        _file.Write(bytes);
        return this;
    }

    public byte[] ToArray() => _file.ToArray();

    /// <summary>Four bytes at most go into the tag, as MATLAB writes them.</summary>
    public byte[] Element(int type, byte[] data) => data.Length is > 0 and <= 4
        ? [.. Word((data.Length << 16) | type), .. data, .. new byte[4 - data.Length]]
        : [.. Word(type), .. Word(data.Length), .. data, .. new byte[-data.Length & 7]];

    public byte[] Packed(byte[] content, int? type = null)
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true)) zlib.Write(content);
        return [.. Word(type ?? Compressed), .. Word((int)packed.Length), .. packed.ToArray()];
    }

    public byte[] Word(int value)
    {
        var word = new byte[4];
        if (bigEndian) BinaryPrimitives.WriteInt32BigEndian(word, value);
        else BinaryPrimitives.WriteInt32LittleEndian(word, value);
        return word;
    }

    private byte[] Double(double value)
    {
        var bytes = new byte[8];
        if (bigEndian) BinaryPrimitives.WriteDoubleBigEndian(bytes, value);
        else BinaryPrimitives.WriteDoubleLittleEndian(bytes, value);
        return bytes;
    }

    private static MemoryStream Header(bool bigEndian)
    {
        var file = new MemoryStream();
        file.Write(Encoding.ASCII.GetBytes("MATLAB 5.0 MAT-file, written by a test".PadRight(124)));
        file.Write(bigEndian ? [1, 0, (byte)'M', (byte)'I'] : [0, 1, (byte)'I', (byte)'M']);
        return file;
    }
}
