using System.Buffers;
using System.Buffers.Binary;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace SimXir.Method;

/// <summary>
/// Writes safetensors files (https://github.com/huggingface/safetensors): the header's length as 8 bytes, the header as JSON padded with
/// blanks to a multiple of 8 bytes, the tensors without gaps.
/// </summary>
/// <remarks>
/// Equal content gives equal bytes. Tensors lie in the order of the reference writer, larger elements first, then by name, so that each is
/// aligned to its element's size. What the reader would refuse is not written: a tensor whose bytes are not what its shape says is an error
/// of the program.
/// </remarks>
public static class SafetensorsWriter
{
    private const int Alignment = 8;

    private static readonly JsonWriterOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static byte[] Write(TensorFile file)
    {
        var tensors = Ordered(file);
        var header = Header(file, tensors);
        var length = sizeof(long) + header.Length + tensors.Sum(pair => (long)pair.Value.Data.Length);
        if (length > Array.MaxLength)
            throw new CheckpointException($"a checkpoint of {length} bytes is too large; written are up to {Array.MaxLength}");
        var bytes = new byte[length];
        BinaryPrimitives.WriteInt64LittleEndian(bytes, header.Length);
        header.CopyTo(bytes.AsSpan(sizeof(long)));
        var at = sizeof(long) + header.Length;
        foreach (var (_, tensor) in tensors)
        {
            tensor.Data.Span.CopyTo(bytes.AsSpan(at));
            at += tensor.Data.Length;
        }
        return bytes;
    }

    public static void Write(TensorFile file, Stream stream)
    {
        var tensors = Ordered(file);
        var header = Header(file, tensors);
        Span<byte> length = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64LittleEndian(length, header.Length);
        stream.Write(length);
        stream.Write(header);
        foreach (var (_, tensor) in tensors) stream.Write(tensor.Data.Span);
    }

    private static KeyValuePair<string, StoredTensor>[] Ordered(TensorFile file)
    {
        foreach (var (name, tensor) in file.Tensors) Check(name, tensor);
        return [.. file.Tensors.OrderByDescending(pair => ElementTypes.BytesOf(pair.Value.Type)).ThenBy(pair => pair.Key, StringComparer.Ordinal)];
    }

    private static void Check(string name, StoredTensor tensor)
    {
        if (name == SafetensorsReader.MetadataName) throw new ArgumentException($"a tensor cannot be named '{name}'");
        if (TensorShape.Bytes(tensor.Type, tensor.Shape) != tensor.Data.Length)
            throw new ArgumentException($"tensor '{name}' of shape {Shown.Of(tensor.Shape)} and type {tensor.Type} has {tensor.Data.Length} bytes");
    }

    private static byte[] Header(TensorFile file, KeyValuePair<string, StoredTensor>[] tensors)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Json))
        {
            json.WriteStartObject();
            if (!file.Metadata.IsEmpty)
            {
                json.WriteStartObject(SafetensorsReader.MetadataName);
                foreach (var (name, text) in file.Metadata) json.WriteString(name, text);
                json.WriteEndObject();
            }
            var at = 0L;
            foreach (var (name, tensor) in tensors)
            {
                json.WriteStartObject(name);
                json.WriteString("dtype", ElementTypes.NameOf(tensor.Type));
                WriteNumbers(json, "shape", tensor.Shape);
                WriteNumbers(json, "data_offsets", [at, at += tensor.Data.Length]);
                json.WriteEndObject();
            }
            json.WriteEndObject();
        }
        var padding = (Alignment - buffer.WrittenCount % Alignment) % Alignment;
        buffer.GetSpan(padding)[..padding].Fill((byte)' ');
        buffer.Advance(padding);
        return buffer.WrittenSpan.ToArray();
    }

    private static void WriteNumbers(Utf8JsonWriter json, string name, IEnumerable<long> numbers)
    {
        json.WriteStartArray(name);
        foreach (var number in numbers) json.WriteNumberValue(number);
        json.WriteEndArray();
    }
}
