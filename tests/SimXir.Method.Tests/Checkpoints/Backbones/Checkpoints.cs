using SimXir.Experiments;

namespace SimXir.Method.Tests;

/// <summary>Checkpoints of small backbones, as several projects name them.</summary>
internal static class Checkpoints
{
    public static BackboneSpec Small { get; } = new() { Width = 2 };

    /// <summary>A backbone's tensors behind a prefix; the first element of each float tensor is the number given.</summary>
    public static Dictionary<string, StoredTensor> Backbone(string prefix, BackboneSpec spec, float first = 0)
    {
        var tensors = new Dictionary<string, StoredTensor>();
        foreach (var wanted in ResNetLayout.Of(spec))
        {
            var data = new byte[TensorShape.Bytes(wanted.Type, wanted.Shape)!.Value];
            if (!wanted.IsCounter) BitConverter.GetBytes(first).CopyTo(data, 0);
            tensors.Add(prefix + wanted.Name, new StoredTensor(wanted.Type, wanted.Shape, data));
        }

        return tensors;
    }

    public static TensorFile File(params IEnumerable<KeyValuePair<string, StoredTensor>>[] parts) => TensorFile.Of(parts.SelectMany(part => part));

    public static KeyValuePair<string, StoredTensor> Floats(string name, params long[] shape) =>
        new(name, new StoredTensor(ElementType.F32, [.. shape], new byte[TensorShape.Bytes(ElementType.F32, [.. shape])!.Value]));
}
