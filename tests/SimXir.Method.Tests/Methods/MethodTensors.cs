using SimXir.Experiments;
using static TorchSharp.torch;

namespace SimXir.Method.Tests;

/// <summary>Small networks and inputs for tests of methods.</summary>
internal static class MethodTensors
{
    public static LearningMethod Build(MethodSpec spec, int seed = 0, int width = 4) =>
        PretrainMethods.Build(spec, new BackboneSpec { Width = width }, seed, CPU);

    public static Tensor Leaf(ulong seed) => Random(seed, 6, 16).requires_grad_(true);

    public static Tensor Images(ulong seed, int batch = 4) => Random(seed, batch, 3, 32, 32);

    public static Tensor Random(ulong seed, params long[] shape)
    {
        using var generator = new Generator(seed, CPU);
        return randn(shape, generator: generator);
    }

    /// <summary>Shapes of the linear layers' weights outside backbones, by name.</summary>
    public static Dictionary<string, string> Heads(LearningMethod method) => method.state_dict()
        .Where(pair => !pair.Key.Contains("backbone.", StringComparison.Ordinal) && pair.Key.EndsWith(".weight", StringComparison.Ordinal))
        .ToDictionary(pair => pair.Key, pair => string.Join('x', pair.Value.shape));

    /// <summary>Numbers of the parameters of the given prefix that got a gradient, and that did not.</summary>
    public static (int With, int Without) Gradients(LearningMethod method, string prefix)
    {
        var gradients = method.named_parameters().Where(pair => pair.name.StartsWith(prefix, StringComparison.Ordinal)).Select(pair => pair.parameter.grad).ToArray();
        return (gradients.Count(gradient => gradient is not null), gradients.Count(gradient => gradient is null));
    }
}
