using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace SimXir.Method.Tests;

/// <summary>The tensors of <c>reference/augment.safetensors</c>, computed with torchvision.</summary>
internal sealed class AugmentReference
{
    private readonly byte[] _content;
    private readonly JsonElement _header;
    private readonly int _dataAt;

    public AugmentReference()
    {
        _content = File.ReadAllBytes(SharedFolder.Require("reference", "augment.safetensors"));
        _dataAt = 8 + (int)BinaryPrimitives.ReadInt64LittleEndian(_content);
        _header = JsonDocument.Parse(_content.AsMemory(8, _dataAt - 8)).RootElement;
    }

    public int Count => Singles("images").Length / ImageSet.ImageSize;

    public ReadOnlySpan<float> Singles(string name) => MemoryMarshal.Cast<byte, float>(Bytes(name));

    public ReadOnlySpan<float> Image(string name, int index) => Singles(name).Slice(index * ImageSet.ImageSize, ImageSet.ImageSize);

    public CropBox Box(int index)
    {
        var box = MemoryMarshal.Cast<byte, long>(Bytes("crop.boxes")).Slice(4 * index, 4);
        return new CropBox((int)box[0], (int)box[1], (int)box[2], (int)box[3]);
    }

    private ReadOnlySpan<byte> Bytes(string name)
    {
        var offsets = _header.GetProperty(name).GetProperty("data_offsets");
        return _content.AsSpan((_dataAt + offsets[0].GetInt32())..(_dataAt + offsets[1].GetInt32()));
    }
}
