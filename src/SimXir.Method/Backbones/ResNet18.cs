using TorchSharp.Modules;
using static TorchSharp.torch;

namespace SimXir.Method;

/// <summary>
/// ResNet-18 for 32x32 images: "replacing the default 7x7 convolutional preprocessing layer with 3x3 convolutions" (section 5, appendix
/// C.2). The paper leaves the stem's stride and its max-pool open: the stride is 1 and the max-pool an option that is off, as is standard.
/// </summary>
public sealed class ResNet18 : Backbone
{
    private readonly bool _maxPool;
    private readonly Conv2d conv1;
    private readonly BatchNorm bn1;
    private readonly Sequential layer1;
    private readonly Sequential layer2;
    private readonly Sequential layer3;
    private readonly Sequential layer4;

    /// <param name="width">Channels of the first stage, doubled by each of the other three; 1 or more, 64 in torchvision.</param>
    /// <param name="maxPool">Whether a 3x3 max-pool of stride 2 follows the stem.</param>
    public ResNet18(int width, bool maxPool)
        : base(nameof(ResNet18))
    {
        _maxPool = maxPool;
        Dimensions = 8L * width;
        conv1 = nn.Conv2d(3, width, 3, 1, 1, bias: false);
        bn1 = new BatchNorm(width);
        layer1 = Stage(width, width, 1);
        layer2 = Stage(width, 2L * width, 2);
        layer3 = Stage(2L * width, 4L * width, 2);
        layer4 = Stage(4L * width, 8L * width, 2);
        RegisterComponents();
    }

    public override long Dimensions { get; }

    public override Tensor forward(Tensor input)
    {
        using var scope = NewDisposeScope();
        var x = nn.functional.relu(bn1.forward(conv1.forward(input)), inplace: true);
        if (_maxPool) x = nn.functional.max_pool2d(x, 3, 2, 1);
        x = layer4.forward(layer3.forward(layer2.forward(layer1.forward(x))));
        return x.mean([2, 3]).MoveToOuterDisposeScope();
    }

    private static Sequential Stage(long inputs, long outputs, long stride) =>
        nn.Sequential(new BasicBlock(inputs, outputs, stride), new BasicBlock(outputs, outputs, 1));
}
