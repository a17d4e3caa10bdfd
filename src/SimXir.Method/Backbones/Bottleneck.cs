using TorchSharp.Modules;
using static TorchSharp.torch;

namespace SimXir.Method;

/// <summary>A 1x1, a 3x3 and a 1x1 convolution and a shortcut: ReLU(BN(conv(ReLU(BN(conv(ReLU(BN(conv(x)))))))) + shortcut(x)), with the stride
/// on the 3x3 convolution.</summary>
internal sealed class Bottleneck : nn.Module<Tensor, Tensor>
{
    /// <summary>Channels that come out, as a multiple of the width.</summary>
    public const long Expansion = 4;

    private readonly Convolution conv1;
    private readonly BatchNorm bn1;
    private readonly Convolution conv2;
    private readonly BatchNorm bn2;
    private readonly Convolution conv3;
    private readonly BatchNorm bn3;
    private readonly Sequential? downsample;

    public Bottleneck(long inputs, long width, long stride)
        : base(nameof(Bottleneck))
    {
        var outputs = width * Expansion;
        conv1 = new Convolution(inputs, width, 1);
        bn1 = new BatchNorm(width);
        conv2 = new Convolution(width, width, 3, stride);
        bn2 = new BatchNorm(width);
        conv3 = new Convolution(width, outputs, 1);
        bn3 = new BatchNorm(outputs);
        if (stride != 1 || inputs != outputs)
            downsample = nn.Sequential(new Convolution(inputs, outputs, 1, stride), new BatchNorm(outputs));
        RegisterComponents();
    }

    /// <param name="input">(B, C, H, W), float32 or bfloat16.</param>
    /// <returns>(B, 4 width, H / stride, W / stride), of the same type.</returns>
    public override Tensor forward(Tensor input)
    {
        using var scope = NewDisposeScope();
        var shortcut = downsample is null ? input : downsample.forward(input);
        var x = nn.functional.relu(bn1.forward(conv1.forward(input)), inplace: true);
        x = nn.functional.relu(bn2.forward(conv2.forward(x)), inplace: true);
        x = bn3.forward(conv3.forward(x)).Accumulate(shortcut);
        return nn.functional.relu(x, inplace: true).MoveToOuterDisposeScope();
    }
}
