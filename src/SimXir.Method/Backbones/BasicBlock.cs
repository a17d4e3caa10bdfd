using TorchSharp.Modules;
using static TorchSharp.torch;

namespace SimXir.Method;

/// <summary>Two 3x3 convolutions and a shortcut: ReLU(BN(conv(ReLU(BN(conv(x))))) + shortcut(x)).</summary>
internal sealed class BasicBlock : nn.Module<Tensor, Tensor>
{
    /// <summary>Channels that come out, as a multiple of the width.</summary>
    public const long Expansion = 1;

    private readonly Convolution conv1;
    private readonly BatchNorm bn1;
    private readonly Convolution conv2;
    private readonly BatchNorm bn2;
    private readonly Sequential? downsample;

    public BasicBlock(long inputs, long outputs, long stride)
        : base(nameof(BasicBlock))
    {
        conv1 = new Convolution(inputs, outputs, 3, stride);
        bn1 = new BatchNorm(outputs);
        conv2 = new Convolution(outputs, outputs, 3);
        bn2 = new BatchNorm(outputs);
        if (stride != 1 || inputs != outputs)
            downsample = nn.Sequential(new Convolution(inputs, outputs, 1, stride), new BatchNorm(outputs));
        RegisterComponents();
    }

    /// <param name="input">(B, C, H, W), float32 or bfloat16.</param>
    /// <returns>(B, outputs, H / stride, W / stride), of the same type.</returns>
    public override Tensor forward(Tensor input)
    {
        // The scope lets go of what autograd does not need as soon as the block is through, as Python's reference counts would.
        using var scope = NewDisposeScope();
        var shortcut = downsample is null ? input : downsample.forward(input);
        var x = nn.functional.relu(bn1.forward(conv1.forward(input)), inplace: true);
        x = bn2.forward(conv2.forward(x)).Accumulate(shortcut);
        return nn.functional.relu(x, inplace: true).MoveToOuterDisposeScope();
    }
}
