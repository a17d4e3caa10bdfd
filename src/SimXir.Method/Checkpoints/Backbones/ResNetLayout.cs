using System.Collections.Immutable;
using SimXir.Experiments;

namespace SimXir.Method;

/// <summary>The state dict of each backbone as torchvision lays it out, without its classifier: known without building one.</summary>
internal static class ResNetLayout
{
    /// <summary>By name, whether its blocks are bottlenecks, and how many of them its four stages have.</summary>
    private static readonly (string Arch, bool Bottleneck, ImmutableArray<long> Blocks)[] Known =
    [
        ("resnet18", false, [2, 2, 2, 2]),
        ("resnet50", true, [3, 4, 6, 3]),
    ];

    private static readonly string[] NormParts = ["weight", "bias", "running_mean", "running_var"];

    /// <summary>The known architecture with that kind of block.</summary>
    public static (string Arch, ImmutableArray<long> Blocks) With(bool bottleneck)
    {
        var (arch, _, blocks) = Known.First(known => known.Bottleneck == bottleneck);
        return (arch, blocks);
    }

    public static IEnumerable<LayoutTensor> Of(BackboneSpec spec)
    {
        var (_, bottleneck, blocks) = Known.First(known => known.Arch == spec.Arch);
        var kernel = spec.Stem == StemKind.ImageNet ? 7 : 3;
        long width = spec.Width, inputs = width;
        List<LayoutTensor> tensors = [.. Layer("conv1", "bn1", [width, 3, kernel, kernel])];
        for (var stage = 0; stage < blocks.Length; stage++, width *= 2)
            for (var block = 0; block < blocks[stage]; block++)
            {
                tensors.AddRange(Block($"layer{stage + 1}.{block}", bottleneck, inputs, width, strides: stage > 0 && block == 0));
                inputs = bottleneck ? 4 * width : width;
            }

        return tensors;
    }

    private static IEnumerable<LayoutTensor> Block(string name, bool bottleneck, long inputs, long width, bool strides)
    {
        var outputs = bottleneck ? 4 * width : width;
        ImmutableArray<long>[] convolutions = bottleneck
            ? [[width, inputs, 1, 1], [width, width, 3, 3], [outputs, width, 1, 1]]
            : [[width, inputs, 3, 3], [width, width, 3, 3]];
        var layers = convolutions.SelectMany((shape, i) => Layer($"{name}.conv{i + 1}", $"{name}.bn{i + 1}", shape));
        return strides || inputs != outputs
            ? layers.Concat(Layer($"{name}.downsample.0", $"{name}.downsample.1", [outputs, inputs, 1, 1]))
            : layers;
    }

    private static IEnumerable<LayoutTensor> Layer(string convolution, string norm, ImmutableArray<long> shape) =>
    [
        new($"{convolution}.weight", shape),
        .. NormParts.Select(part => new LayoutTensor($"{norm}.{part}", [shape[0]])),
        new($"{norm}.num_batches_tracked", []),
    ];
}
