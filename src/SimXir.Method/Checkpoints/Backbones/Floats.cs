using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace SimXir.Method;

/// <summary>Numbers of a checkpoint in the types that a backbone has: 32 bit floats, and 64 bit counters.</summary>
internal static class Floats
{
    /// <summary>Whether a tensor can stand for the wanted one: it has the shape, and its type can be brought to the wanted one.</summary>
    public static bool Fits(StoredTensor tensor, LayoutTensor wanted) => tensor.Shape.SequenceEqual(wanted.Shape)
        && (wanted.IsCounter
            ? tensor.Type is ElementType.I64 or ElementType.I32
            : tensor.Type is ElementType.F16 or ElementType.BF16 or ElementType.F32 or ElementType.F64);

    /// <param name="tensor">One that <see cref="Fits"/>.</param>
    /// <param name="wanted">What it shall be.</param>
    /// <returns>The tensor itself where it has the type; otherwise a copy, narrowed where it was wider.</returns>
    public static StoredTensor As(StoredTensor tensor, LayoutTensor wanted)
    {
        if (tensor.Type == wanted.Type) return tensor;
        var from = tensor.Data.Span;
        if (wanted.IsCounter)
        {
            var counter = new byte[sizeof(long)];
            BinaryPrimitives.WriteInt64LittleEndian(counter, BinaryPrimitives.ReadInt32LittleEndian(from));
            return tensor with { Type = ElementType.I64, Data = counter };
        }

        var size = ElementTypes.BytesOf(tensor.Type);
        var bytes = new byte[from.Length / size * sizeof(float)];
        var to = MemoryMarshal.Cast<byte, float>(bytes.AsSpan());
        for (var i = 0; i < to.Length; i++) to[i] = Read(tensor.Type, from[(i * size)..]);
        return tensor with { Type = ElementType.F32, Data = bytes };
    }

    /// <summary>How many of a 32 bit float tensor's elements are infinite or not numbers.</summary>
    public static int CountNotFinite(StoredTensor tensor)
    {
        var count = 0;
        foreach (var value in MemoryMarshal.Cast<byte, float>(tensor.Data.Span))
            if (!float.IsFinite(value)) count++;
        return count;
    }

    private static float Read(ElementType type, ReadOnlySpan<byte> bytes) => type switch
    {
        ElementType.F16 => (float)BinaryPrimitives.ReadHalfLittleEndian(bytes),
        ElementType.BF16 => BitConverter.Int32BitsToSingle(BinaryPrimitives.ReadUInt16LittleEndian(bytes) << 16),
        ElementType.F64 => (float)BinaryPrimitives.ReadDoubleLittleEndian(bytes),
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, "no float type"),
    };
}
