using System.Collections.Immutable;

namespace SimXir.Method;

/// <summary>A tensor as a pickle describes it, checked: all its elements lie within its storage.</summary>
/// <param name="Storage">Its numbers.</param>
/// <param name="Type">Of its elements.</param>
/// <param name="Offset">Its first element, counted in elements from the start of the storage.</param>
/// <param name="Shape">Sizes, 0 or more.</param>
/// <param name="Strides">Elements from one place of each dimension to the next, 0 or more.</param>
internal sealed record PthTensor(
    PthStorage Storage, ElementType Type, long Offset, ImmutableArray<long> Shape, ImmutableArray<long> Strides)
{
    /// <summary>How many bytes it takes by itself.</summary>
    public long Bytes => TensorShape.Bytes(Type, Shape)!.Value;

    public static PthTensor Checked(
        PthStorage storage, ElementType type, long offset, ImmutableArray<long> shape, ImmutableArray<long> strides)
    {
        if (strides.Length != shape.Length) throw Fault($"has {strides.Length} strides");
        if (TensorShape.Bytes(type, shape) is null) throw Fault("cannot be");
        if (offset < 0 || strides.Any(stride => stride < 0)) throw Fault("starts or steps backwards");
        var reach = (UInt128)offset;
        for (var i = 0; i < shape.Length; i++)
            if (shape[i] > 1) reach += (UInt128)(shape[i] - 1) * (UInt128)strides[i];
        var available = storage.Count * storage.ElementBytes / ElementTypes.BytesOf(type);
        if (!shape.Contains(0) && reach >= (UInt128)available)
            throw Fault($"reaches element {reach}; storage '{Shown.Of(storage.Key)}' has {available} elements");
        return new PthTensor(storage, type, offset, shape, strides);

        CheckpointException Fault(string fault) =>
            new($"a tensor of shape {Shown.Of(shape)}, strides {Shown.Of(strides)} and offset {offset} {fault}");
    }

    /// <summary>Its elements in row-major order: a window on the storage's bytes where they lie so, otherwise a copy.</summary>
    public StoredTensor Of(ReadOnlyMemory<byte> storage)
    {
        var size = ElementTypes.BytesOf(Type);
        if (Bytes == 0) return new StoredTensor(Type, Shape, ReadOnlyMemory<byte>.Empty);
        var from = storage[checked((int)(Offset * size))..];
        return new StoredTensor(Type, Shape, StridedCopy.RunBytes(Shape, Strides, size) == Bytes
            ? from[..(int)Bytes]
            : StridedCopy.RowMajor(from.Span, Shape, Strides, size));
    }
}
