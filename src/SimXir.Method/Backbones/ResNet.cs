using SimXir.Experiments;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace SimXir.Method;

/// <summary>
/// ResNet-18 and ResNet-50 (He et al., 2016), the latter with the stride on the 3x3 convolution as in torchvision. For 32x32 images "replacing
/// the default 7x7 convolutional preprocessing layer with 3x3 convolutions" (section 5, appendix C.2). The paper leaves the stem's stride and
/// its max-pool open: the stride is 1 and the max-pool an option that is off, as is standard.
/// </summary>
public sealed class ResNet : Backbone
{
    private readonly bool _maxPool;
    private readonly Convolution conv1;
    private readonly BatchNorm bn1;
    private readonly Sequential layer1;
    private readonly Sequential layer2;
    private readonly Sequential layer3;
    private readonly Sequential layer4;

    private ResNet(BackboneSpec spec, Blocks blocks)
        : base(nameof(ResNet))
    {
        long width = spec.Width;
        _maxPool = spec.MaxPool;
        Dimensions = 8 * width * blocks.Expansion;
        conv1 = spec.Stem == StemKind.Cifar ? new Convolution(ImageSet.Channels, width, 3) : new Convolution(ImageSet.Channels, width, 7, 2);
        bn1 = new BatchNorm(width);
        layer1 = blocks.Stage(0, width, width, 1);
        layer2 = blocks.Stage(1, width * blocks.Expansion, 2 * width, 2);
        layer3 = blocks.Stage(2, 2 * width * blocks.Expansion, 4 * width, 2);
        layer4 = blocks.Stage(3, 4 * width * blocks.Expansion, 8 * width, 2);
        RegisterComponents();
    }

    public override long Dimensions { get; }

    /// <summary>Two basic blocks a stage; features have 8 x width dimensions.</summary>
    public static ResNet Of18(BackboneSpec spec) =>
        new(spec, new Blocks([2, 2, 2, 2], BasicBlock.Expansion, (inputs, width, stride) => new BasicBlock(inputs, width, stride)));

    /// <summary>3, 4, 6 and 3 bottlenecks; features have 32 x width dimensions.</summary>
    public static ResNet Of50(BackboneSpec spec) =>
        new(spec, new Blocks([3, 4, 6, 3], Bottleneck.Expansion, (inputs, width, stride) => new Bottleneck(inputs, width, stride)));

    public override Tensor forward(Tensor input)
    {
        using var scope = NewDisposeScope();
        var x = nn.functional.relu(bn1.forward(conv1.forward(input)), inplace: true);
        if (_maxPool) x = nn.functional.max_pool2d(x, 3, 2, 1);
        x = layer4.forward(layer3.forward(layer2.forward(layer1.forward(x))));
        return x.mean([2, 3], type: ScalarType.Float32).MoveToOuterDisposeScope();
    }

    /// <param name="Counts">Blocks of each stage.</param>
    /// <param name="Expansion">Channels that come out of a block, as a multiple of its width.</param>
    /// <param name="Build">From (input channels, width, stride).</param>
    private sealed record Blocks(int[] Counts, long Expansion, Func<long, long, long, nn.Module<Tensor, Tensor>> Build)
    {
        public Sequential Stage(int stage, long inputs, long width, long stride) => nn.Sequential(Enumerable.Range(0, Counts[stage])
            .Select(block => block == 0 ? Build(inputs, width, stride) : Build(width * Expansion, width, 1)).ToArray());
    }
}
