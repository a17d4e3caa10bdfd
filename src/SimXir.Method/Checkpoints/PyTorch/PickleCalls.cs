using System.Collections.Immutable;

namespace SimXir.Method;

/// <summary>What the calls of a checkpoint's pickle come to, with every argument checked.</summary>
internal static class PickleCalls
{
    /// <summary>The call of a global with its arguments; both as they come off a pickle's stack.</summary>
    public static object? Call(object? function, object? arguments)
    {
        if (function is not PickleGlobal called) throw PickleInput.Fault($"calls {PickleText.KindOf(function)}");
        if (arguments is not object?[] given) throw PickleInput.Fault($"calls '{called.Name}' with {PickleText.KindOf(arguments)}");
        if (called.Kind != PickleGlobalKind.Subclass) return Simple(called, given);
        if (given is [PickleGlobal { Kind: not PickleGlobalKind.Subclass } inner, PickleGlobal { Kind: PickleGlobalKind.TensorClass }, object?[] rest, _])
        {
            return Simple(inner, rest);
        }

        throw Fault(called, given);
    }

    /// <summary>What a persistent id stands for: <c>('storage', class, key, device, count)</c>; in a legacy file with a sixth entry that has
    /// been None since there are no views of storages any more.</summary>
    public static PthStorage Storage(object? id)
    {
        if (id is not object?[] { Length: 5 or 6 } parts
            || parts is not ["storage", PickleGlobal { Kind: PickleGlobalKind.Storage } kind, string key, string, long count, ..])
            throw PickleInput.Fault($"refers to {Shown.Of(PickleText.Of(id))}, which is no storage");
        if (parts is [_, _, _, _, _, not null])
            throw new CheckpointException(
                $"storage '{Shown.Of(key)}' is a view of another, which PyTorch no longer writes; save the file again with a newer version");
        var storage = new PthStorage(key, kind.Type, count);
        return count >= 0 && count <= Array.MaxLength / storage.ElementBytes
            ? storage
            : throw new CheckpointException(
                $"storage '{Shown.Of(key)}' has {count} elements of {storage.ElementBytes} bytes; read are up to {Array.MaxLength} bytes");
    }

    private static object? Simple(PickleGlobal called, object?[] given) => (called.Kind, given) switch
    {
        (PickleGlobalKind.Tensor, [PthStorage { Type: { } type } storage, long offset, object?[] shape, object?[] strides, ..]) =>
            PthTensor.Checked(storage, type, offset, Numbers(shape), Numbers(strides)),
        (PickleGlobalKind.TypedTensor,
            [PthStorage storage, long offset, object?[] shape, object?[] strides, _, _, PickleGlobal { Kind: PickleGlobalKind.DType, Type: { } type }, ..]) =>
            PthTensor.Checked(storage, type, offset, Numbers(shape), Numbers(strides)),
        (PickleGlobalKind.Parameter, [PthTensor tensor, ..]) => tensor,
        (PickleGlobalKind.Dict, []) => new PickleDict(),
        (PickleGlobalKind.Dict, [PickleList pairs]) => new PickleDict(pairs),
        (PickleGlobalKind.Set, [PickleList items]) => items,
        (PickleGlobalKind.Size, [object?[] sizes]) => sizes,
        (PickleGlobalKind.Device, [string device, ..]) => device,
        (PickleGlobalKind.Encode, [string text, ..]) => text,
        _ => throw Fault(called, given),
    };

    private static ImmutableArray<long> Numbers(object?[] values)
    {
        if (values.Length > TensorShape.MaxRank)
            throw PickleInput.Fault($"has a tensor of {values.Length} dimensions; read are up to {TensorShape.MaxRank}");
        return [.. values.Select(value => value as long?
            ?? throw PickleInput.Fault($"has {PickleText.KindOf(value)} among the sizes and strides of a tensor"))];
    }

    private static CheckpointException Fault(PickleGlobal called, object?[] given) => PickleInput.Fault(
        $"calls '{called.Name}' with ({string.Join(", ", given.Take(8).Select(PickleText.KindOf))}), which is not how PyTorch calls it");
}
