using System.Buffers.Binary;
using System.Text.Json;

namespace SimXir.Method;

/// <summary>
/// Reads safetensors files. Whatever the bytes are, the outcome is the content or one <see cref="CheckpointException"/>, and nothing is
/// allocated beyond a small multiple of the file's size.
/// </summary>
/// <remarks>Refused: a length or offset outside the file, data that overlaps or leaves a gap, a name that comes twice, a shape that does
/// not match its data, an unknown element type.</remarks>
public static class SafetensorsReader
{
    internal const string MetadataName = "__metadata__";

    /// <summary>The limit of the format's own reader; a header of this size names a million tensors.</summary>
    private const int MaxHeaderBytes = 100_000_000;

    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false, MaxDepth = 8 };

    /// <summary>The tensors of the result are windows on <paramref name="file"/>, not copies.</summary>
    public static TensorFile Read(ReadOnlyMemory<byte> file)
    {
        var rest = file.Length - sizeof(long);
        if (rest < 0) throw new CheckpointException($"a safetensors file has at least 8 bytes; this one has {file.Length}");
        var length = BinaryPrimitives.ReadUInt64LittleEndian(file.Span);
        if (length > (ulong)rest)
            throw new CheckpointException($"the header would be {length} bytes long but {rest} follow: truncated, or no safetensors file");
        if (length > MaxHeaderBytes) throw new CheckpointException($"the header is {length} bytes long; read are up to {MaxHeaderBytes}");
        var data = file[(sizeof(long) + (int)length)..];
        try
        {
            return Parse(file.Slice(sizeof(long), (int)length), data);
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException)
        {
            throw new CheckpointException($"the header is not valid JSON: {Shown.Of(fault.Message, maxCharacters: 200)}", fault);
        }
    }

    internal static JsonElement Expect(JsonElement value, JsonValueKind kind, string name) => value.ValueKind == kind
        ? value
        : throw new CheckpointException($"'{Shown.Of(name)}' in the header holds {value.ValueKind} where {kind} belongs");

    private static TensorFile Parse(ReadOnlyMemory<byte> header, ReadOnlyMemory<byte> data)
    {
        using var document = JsonDocument.Parse(header, Strict);
        var metadata = new Dictionary<string, string>();
        var tensors = new List<PlacedTensor>();
        foreach (var entry in Expect(document.RootElement, JsonValueKind.Object, "the header").EnumerateObject())
        {
            if (entry.NameEquals(MetadataName))
                foreach (var pair in Expect(entry.Value, JsonValueKind.Object, MetadataName).EnumerateObject())
                    metadata[pair.Name] = Expect(pair.Value, JsonValueKind.String, MetadataName).GetString()!;
            else
                tensors.Add(PlacedTensor.Parse(entry.Name, entry.Value, data.Length));
        }
        CheckCover(tensors, data.Length);
        return TensorFile.Of(tensors.Select(tensor => KeyValuePair.Create(tensor.Name, tensor.In(data))), metadata);
    }

    private static void CheckCover(List<PlacedTensor> tensors, long length)
    {
        var end = 0L;
        foreach (var tensor in tensors.OrderBy(tensor => tensor.Begin).ThenBy(tensor => tensor.End))
        {
            var how = tensor.Begin < end ? "inside" : "with a gap after";
            if (tensor.Begin != end)
                throw new CheckpointException(
                    $"tensor '{Shown.Of(tensor.Name)}' starts at byte {tensor.Begin} of the data, {how} the one before it, which ends at {end}");
            end = tensor.End;
        }
        if (end != length) throw new CheckpointException($"the tensors end at byte {end} of the data, which has {length} bytes");
    }
}
