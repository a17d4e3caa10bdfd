using System.Buffers.Binary;

namespace SimXir.Method;

/// <summary>A variable of a MAT-file.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Class">What it is to MATLAB.</param>
/// <param name="Dimensions">Its shape; values are stored by columns, the first dimension fastest.</param>
/// <param name="Type">How its numbers are stored.</param>
/// <param name="Data">Its numbers, Count x the size of Type; empty where it is not numeric.</param>
/// <param name="BigEndian">The order of bytes within a number.</param>
internal sealed record MatVariable(string Name, MatClass Class, int[] Dimensions, MatType Type, ReadOnlyMemory<byte> Data, bool BigEndian)
{
    public long Count => Type.SizeBytes() is > 0 and var size ? Data.Length / size : 0;

    public double ValueAt(int index, DataFile file)
    {
        var size = Type.SizeBytes();
        Span<byte> value = stackalloc byte[8];
        value = value[..size];
        Data.Span.Slice(index * size, size).CopyTo(value);
        if (BigEndian) value.Reverse();
        return Type switch
        {
            MatType.Int8 => (sbyte)value[0],
            MatType.UInt8 => value[0],
            MatType.Int16 => BinaryPrimitives.ReadInt16LittleEndian(value),
            MatType.UInt16 => BinaryPrimitives.ReadUInt16LittleEndian(value),
            MatType.Int32 => BinaryPrimitives.ReadInt32LittleEndian(value),
            MatType.UInt32 => BinaryPrimitives.ReadUInt32LittleEndian(value),
            MatType.Single => BinaryPrimitives.ReadSingleLittleEndian(value),
            MatType.Double => BinaryPrimitives.ReadDoubleLittleEndian(value),
            MatType.Int64 => BinaryPrimitives.ReadInt64LittleEndian(value),
            MatType.UInt64 => BinaryPrimitives.ReadUInt64LittleEndian(value),
            _ => throw file.Fault($"has no numbers in {Name}, but {Type}"),
        };
    }
}
