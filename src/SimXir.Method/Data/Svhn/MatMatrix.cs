using System.Text;

namespace SimXir.Method;

/// <summary>Reads one variable: the content of a miMATRIX element.</summary>
internal static class MatMatrix
{
    private const int ComplexFlag = 0x0800;
    private const int MaxDimensions = 32;

    public static MatVariable Read(ReadOnlyMemory<byte> content, bool bigEndian, DataFile file)
    {
        var cursor = new MatCursor(content, bigEndian, file);
        var flags = cursor.Next("flags", MatType.UInt32);
        if (flags.Length != 8) throw file.Fault($"has {flags.Length} bytes of flags for a variable; expected are 8");
        var word = MatCursor.UInt32(flags.Span, bigEndian);
        var dimensions = Dimensions(cursor.Next("shape", MatType.Int32, MatType.UInt32), cursor);
        var name = Encoding.UTF8.GetString(cursor.Next("name", MatType.Int8, MatType.UInt8, MatType.Utf8).Span);

        var kind = (MatClass)(word & 0xFF);
        if (kind is < MatClass.Double or > MatClass.UInt64 || (word & ComplexFlag) != 0)
            return new MatVariable(name, kind, dimensions, MatType.Matrix, ReadOnlyMemory<byte>.Empty, bigEndian);
        var (type, data) = cursor.Next();
        Check(name, dimensions, type, data.Length, file);
        return new MatVariable(name, kind, dimensions, type, data, bigEndian);
    }

    private static int[] Dimensions(ReadOnlyMemory<byte> data, MatCursor cursor)
    {
        var rank = data.Length / 4;
        if (rank is < 2 or > MaxDimensions || data.Length % 4 != 0)
            throw cursor.File.Fault($"has {data.Length} bytes for a variable's shape; expected are 4 each for 2 to {MaxDimensions} sizes");
        var dimensions = new int[rank];
        for (var i = 0; i < rank; i++)
        {
            dimensions[i] = (int)MatCursor.UInt32(data.Span[(4 * i)..], cursor.BigEndian);
            if (dimensions[i] < 0) throw cursor.File.Fault($"has a variable with a dimension of {dimensions[i]}");
        }

        return dimensions;
    }

    private static void Check(string name, int[] dimensions, MatType type, int dataBytes, DataFile file)
    {
        var size = type.SizeBytes();
        if (size == 0) throw file.Fault($"has {type} where the numbers of {Shown.Of(name)} are expected");
        var count = dimensions.Aggregate((UInt128)1, (product, dimension) => UInt128.Min(product * (UInt128)dimension, long.MaxValue));
        if (count * (UInt128)size != (UInt128)dataBytes)
            throw file.Fault($"has {dataBytes} bytes for {Shown.Of(name)}; its shape [{string.Join(", ", dimensions)}] needs {count} x {size}");
    }
}
