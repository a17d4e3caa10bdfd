using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace SimXir.Method;

/// <summary>Two 3x3 convolutions and a shortcut: ReLU(BN(conv(ReLU(BN(conv(x))))) + shortcut(x)).</summary>
internal sealed class BasicBlock : nn.Module<Tensor, Tensor>
{
    // Made once: see the remarks of BatchNorm.
    private static readonly Scalar One = 1;

    private readonly Conv2d conv1;
    private readonly BatchNorm bn1;
    private readonly Conv2d conv2;
    private readonly BatchNorm bn2;
    private readonly Sequential? downsample;

    public BasicBlock(long inputs, long outputs, long stride)
        : base(nameof(BasicBlock))
    {
        conv1 = nn.Conv2d(inputs, outputs, 3, stride, 1, bias: false);
        bn1 = new BatchNorm(outputs);
        conv2 = nn.Conv2d(outputs, outputs, 3, 1, 1, bias: false);
        bn2 = new BatchNorm(outputs);
        if (stride != 1 || inputs != outputs)
            downsample = nn.Sequential(nn.Conv2d(inputs, outputs, 1, stride, bias: false), new BatchNorm(outputs));
        RegisterComponents();
    }

    /// <param name="input">(B, C, H, W).</param>
    /// <returns>(B, outputs, H / stride, W / stride).</returns>
    public override Tensor forward(Tensor input)
    {
        // The scope lets go of what autograd does not need as soon as the block is through, as Python's reference counts would.
        using var scope = NewDisposeScope();
        var shortcut = downsample is null ? input : downsample.forward(input);
        var x = nn.functional.relu(bn1.forward(conv1.forward(input)), inplace: true);
        x = bn2.forward(conv2.forward(x)).add_(shortcut, One);
        return nn.functional.relu(x, inplace: true).MoveToOuterDisposeScope();
    }
}
