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
        if (offsets is not [var begin, var end] || begin > end || end > dataLength)
            throw Fault(name, $"has the data offsets [{string.Join(", ", offsets)}]; the data has {dataLength} bytes");
        if (BytesOf(type, shape) != end - begin)
            throw Fault(name, $"of shape [{string.Join(", ", shape)}] and type {typeName} has {end - begin} bytes of data");
        return new PlacedTensor(name, type, shape, begin, end);
    }

    public StoredTensor In(ReadOnlyMemory<byte> data) => new(Type, Shape, data[(int)Begin..(int)End]);

    /// <summary>Null where the number of bytes exceeds what a file can have.</summary>
    private static long? BytesOf(ElementType type, ImmutableArray<long> shape)
    {
        if (shape.Contains(0)) return 0;
        UInt128 bytes = (UInt128)ElementTypes.BytesOf(type);
        foreach (var size in shape)
            if ((bytes *= (UInt128)size) > long.MaxValue) return null;
        return (long)bytes;
    }

    private static JsonElement Member(JsonElement entry, string member, string name) => entry.TryGetProperty(member, out var value)
        ? value
        : throw Fault(name, $"has no {member}");

    private static ImmutableArray<long> Numbers(JsonElement list, string name) =>
        [.. SafetensorsReader.Expect(list, JsonValueKind.Array, name).EnumerateArray().Select(number => Number(number, name))];

    private static long Number(JsonElement number, string name) =>
        number.ValueKind == JsonValueKind.Number && number.TryGetInt64(out var value) && value >= 0
            ? value
            : throw Fault(name, $"has the size or offset {number.GetRawText()}; it must be a whole number from 0");

    private static CheckpointException Fault(string name, string fault) => new($"tensor '{name}' {fault}");
}
