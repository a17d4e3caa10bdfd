using SimXir.Experiments;
using TorchSharp;
using static TorchSharp.torch;

namespace SimXir.Method;

/// <summary>Builds the backbone that a spec names.</summary>
public static class BackboneFactory
{
    /// <summary>A backbone with its initial weights, which depend on <paramref name="seed"/> and the architecture alone.</summary>
    public static Backbone Build(BackboneSpec spec, int seed, Device device)
    {
        Backbone backbone = spec.Arch switch
        {
            "resnet18" => ResNet.Of18(spec),
            "resnet50" => ResNet.Of50(spec),
            _ => throw new ArgumentException($"unknown backbone '{spec.Arch}'; known: resnet18, resnet50", nameof(spec)),
        };
        InitialWeights.Draw(backbone, "backbone", seed);
        backbone.to(device);
        return backbone;
    }
}
