using static TorchSharp.torch;

namespace SimXir.Method.Tests;

/// <summary>One file of reference vectors, computed with Python; skips the test where the shared folder is absent.</summary>
internal sealed class Reference(string name)
{
    public TensorFile File { get; } = SafetensorsReader.Read(System.IO.File.ReadAllBytes(SharedFolder.Require("reference", $"{name}.safetensors")));

    public Tensor this[string tensor] => File.Tensors[tensor].ToTensor();

    /// <summary>The tensors whose names start with the prefix, without it; there must be some.</summary>
    public Dictionary<string, Tensor> Under(string prefix)
    {
        var tensors = File.Under(prefix).ToDictionary(pair => pair.Key, pair => pair.Value.ToTensor());
        Assert.NotEmpty(tensors);
        return tensors;
    }

    /// <summary>A leaf that gathers a gradient.</summary>
    public Tensor Leaf(string tensor) => this[tensor].requires_grad_(true);

    /// <summary>The largest difference relative to the largest entry of what is expected.</summary>
    public static double RelativeError(Tensor expected, Tensor actual)
    {
        Assert.Equal(expected.shape, actual.shape);
        return (expected - actual).abs().max().item<float>() / Math.Max(1e-12, expected.abs().max().item<float>());
    }

    public static double AbsoluteError(Tensor expected, Tensor actual)
    {
        Assert.Equal(expected.shape, actual.shape);
        return (expected - actual).abs().max().item<float>();
    }
}
