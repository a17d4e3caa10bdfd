using System.Collections.Immutable;
using System.Text.Json;

namespace SimXir.Method;

/// <summary>One entry of a safetensors header, checked: its data lies within the file and is as long as type and shape say.</summary>
internal sealed record PlacedTensor(string Name, ElementType Type, ImmutableArray<long> Shape, long Begin, long End)
{
    public static PlacedTensor Parse(string name, JsonElement entry, long dataLength)
    {
        SafetensorsReader.Expect(entry, JsonValueKind.Object, name);
        var typeName = SafetensorsReader.Expect(Member(entry, "dtype", name), JsonValueKind.String, name).GetString()!;
        var type = ElementTypes.Parse(typeName, name);
        var shape = Numbers(Member(entry, "shape", name), name);
        var offsets = Numbers(Member(entry, "data_offsets", name), name);
        if (offsets is not [var begin, var end])
            throw Fault(name, $"has {offsets.Length} data offsets; there are always two, begin and end");
        if (begin > end || end > dataLength)
            throw Fault(name, $"has the data offsets [{begin}, {end}]; the data has {dataLength} bytes");
        if (shape.Length > TensorShape.MaxRank)
            throw Fault(name, $"has {shape.Length} dimensions; read are up to {TensorShape.MaxRank}");
        if (TensorShape.Bytes(type, shape) != end - begin)
            throw Fault(name, $"of shape {Shown.Of(shape)} and type {typeName} has {end - begin} bytes of data");
        return new PlacedTensor(name, type, shape, begin, end);
    }

    public StoredTensor In(ReadOnlyMemory<byte> data) => new(Type, Shape, data[(int)Begin..(int)End]);

    private static JsonElement Member(JsonElement entry, string member, string name) => entry.TryGetProperty(member, out var value)
        ? value
        : throw Fault(name, $"has no {member}");

    private static ImmutableArray<long> Numbers(JsonElement list, string name) =>
        [.. SafetensorsReader.Expect(list, JsonValueKind.Array, name).EnumerateArray().Select(number => Number(number, name))];

    private static long Number(JsonElement number, string name) =>
        number.ValueKind == JsonValueKind.Number && number.TryGetInt64(out var value) && value >= 0
            ? value
            : throw Fault(name, $"has the size or offset {Shown.Of(number.GetRawText())}; it must be a whole number from 0");

    private static CheckpointException Fault(string name, string fault) => new($"tensor '{Shown.Of(name)}' {fault}");
}
