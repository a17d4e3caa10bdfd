using System.Collections.Frozen;

namespace SimXir.Method;

/// <summary>The list of globals that a checkpoint may name. Whatever else a pickle asks for is refused by name before anything is done with
/// it.</summary>
internal static class PickleGlobals
{
    private static readonly (string Storage, string[] DTypes, ElementType Type)[] Types =
    [
        ("Bool", ["bool"], ElementType.Bool),
        ("Byte", ["uint8"], ElementType.U8),
        ("Char", ["int8"], ElementType.I8),
        ("Short", ["int16", "short"], ElementType.I16),
        ("Int", ["int32", "int"], ElementType.I32),
        ("Long", ["int64", "long"], ElementType.I64),
        ("Half", ["float16", "half"], ElementType.F16),
        ("BFloat16", ["bfloat16"], ElementType.BF16),
        ("Float", ["float32", "float"], ElementType.F32),
        ("Double", ["float64", "double"], ElementType.F64),
    ];

    private static readonly FrozenDictionary<string, PickleGlobal> Allowed =
        All().ToFrozenDictionary(known => known.Name, StringComparer.Ordinal);

    /// <exception cref="CheckpointException">It is not on the list.</exception>
    public static PickleGlobal Find(string module, string name)
    {
        var asked = $"{module}.{name}";
        return Allowed.GetValueOrDefault(asked) ?? throw new CheckpointException(
            $"it asks for the Python global '{Shown.Of(asked)}', which is not among those that a checkpoint may hold, and nothing was run; "
            + "save the state dict alone: torch.save(model.state_dict(), FILE)");
    }

    private static IEnumerable<PickleGlobal> All()
    {
        foreach (var (storage, dtypes, type) in Types)
        {
            yield return new($"torch.{storage}Storage", PickleGlobalKind.Storage, type);
            yield return new($"torch.cuda.{storage}Storage", PickleGlobalKind.Storage, type);
            foreach (var dtype in dtypes) yield return new($"torch.{dtype}", PickleGlobalKind.DType, type);
        }

        foreach (var untyped in (string[])["torch.UntypedStorage", "torch.storage.UntypedStorage", "torch.storage._UntypedStorage"])
            yield return new(untyped, PickleGlobalKind.Storage);
        foreach (var tensor in (string[])["torch.Tensor", "torch._tensor.Tensor", "torch.nn.parameter.Parameter"])
            yield return new(tensor, PickleGlobalKind.TensorClass);
        yield return new("torch._utils._rebuild_tensor", PickleGlobalKind.Tensor);
        yield return new("torch._utils._rebuild_tensor_v2", PickleGlobalKind.Tensor);
        yield return new("torch._utils._rebuild_tensor_v3", PickleGlobalKind.TypedTensor);
        yield return new("torch._utils._rebuild_parameter", PickleGlobalKind.Parameter);
        yield return new("torch._utils._rebuild_parameter_with_state", PickleGlobalKind.Parameter);
        yield return new("torch._tensor._rebuild_from_type_v2", PickleGlobalKind.Subclass);
        yield return new("torch.Size", PickleGlobalKind.Size);
        yield return new("torch.device", PickleGlobalKind.Device);
        yield return new("collections.OrderedDict", PickleGlobalKind.Dict);
        yield return new("builtins.set", PickleGlobalKind.Set);
        yield return new("__builtin__.set", PickleGlobalKind.Set);
        yield return new("_codecs.encode", PickleGlobalKind.Encode);
    }
}
