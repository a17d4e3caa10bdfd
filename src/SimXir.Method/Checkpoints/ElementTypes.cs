using static TorchSharp.torch;

namespace SimXir.Method;

/// <summary>Sizes and names of <see cref="ElementType"/>, and PyTorch's type for each.</summary>
internal static class ElementTypes
{
    private static readonly (ElementType Type, string Name, int Bytes, ScalarType Torch)[] All =
    [
        (ElementType.Bool, "BOOL", 1, ScalarType.Bool),
        (ElementType.U8, "U8", 1, ScalarType.Byte),
        (ElementType.I8, "I8", 1, ScalarType.Int8),
        (ElementType.I16, "I16", 2, ScalarType.Int16),
        (ElementType.F16, "F16", 2, ScalarType.Float16),
        (ElementType.BF16, "BF16", 2, ScalarType.BFloat16),
        (ElementType.I32, "I32", 4, ScalarType.Int32),
        (ElementType.F32, "F32", 4, ScalarType.Float32),
        (ElementType.I64, "I64", 8, ScalarType.Int64),
        (ElementType.F64, "F64", 8, ScalarType.Float64),
    ];

    private static string Known => string.Join(", ", All.Select(row => row.Name));

    public static string NameOf(ElementType type) => All[(int)type].Name;

    public static int BytesOf(ElementType type) => All[(int)type].Bytes;

    public static ScalarType TorchOf(ElementType type) => All[(int)type].Torch;

    public static ElementType Parse(string name, string tensor) => All.FirstOrDefault(row => row.Name == name) is { Name: not null } known
        ? known.Type
        : throw new CheckpointException($"tensor '{Shown.Of(tensor)}' has the element type '{Shown.Of(name)}'; read are {Known}");

    public static ElementType Of(ScalarType type, string tensor) => All.FirstOrDefault(row => row.Torch == type) is { Name: not null } known
        ? known.Type
        : throw new CheckpointException($"tensor '{Shown.Of(tensor)}' has the element type {type}, which safetensors files of SimXIR do not hold");
}
