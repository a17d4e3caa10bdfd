using TorchSharp.Modules;
using static TorchSharp.torch;

namespace SimXir.Method;

/// <summary>A convolution without bias, with PyTorch's names.</summary>
/// <remarks>
/// oneDNN works on blocks of 16 channels. On some CPUs (seen on AMD's family 26 with oneDNN 3.7.1) its conversions to and from blocks that are not
/// full give wrong numbers and write past their ends. So numbers of channels that are no multiple of 16 are filled up with zeros here, which
/// changes no result; the common widths pass as they are. The three channels of an image have a kernel of their own that is sound.
/// </remarks>
internal sealed class Convolution : nn.Module<Tensor, Tensor>
{
    private const long Block = 16;

    private readonly Parameter weight;
    private readonly long[] _stride;
    private readonly long[] _padding;
    private readonly long _outputs;
    private readonly long _missingInputs;
    private readonly long _missingOutputs;

    /// <param name="inputs">Channels that come in.</param>
    /// <param name="outputs">Channels that go out.</param>
    /// <param name="kernel">Its side, odd; the padding keeps the size at a stride of 1.</param>
    /// <param name="stride">1 or more.</param>
    public Convolution(long inputs, long outputs, long kernel, long stride)
        : base(nameof(Convolution))
    {
        weight = nn.Parameter(empty(outputs, inputs, kernel, kernel));
        (_stride, _padding, _outputs) = ([stride, stride], [kernel / 2, kernel / 2], outputs);
        _missingInputs = inputs == ImageSet.Channels ? 0 : Missing(inputs);
        _missingOutputs = Missing(outputs);
        RegisterComponents();
    }

    /// <summary>(outputs, inputs, kernel, kernel).</summary>
    public Parameter Weight => weight;

    /// <param name="input">(B, inputs, H, W).</param>
    /// <returns>(B, outputs, H / stride, W / stride).</returns>
    public override Tensor forward(Tensor input)
    {
        if (_missingInputs + _missingOutputs == 0) return nn.functional.conv2d(input, weight, strides: _stride, padding: _padding);
        using var scope = NewDisposeScope();
        var full = nn.functional.pad(weight, [0, 0, 0, 0, 0, _missingInputs, 0, _missingOutputs]);
        var x = _missingInputs == 0 ? input : nn.functional.pad(input, [0, 0, 0, 0, 0, _missingInputs]);
        return nn.functional.conv2d(x, full, strides: _stride, padding: _padding).narrow(1, 0, _outputs).MoveToOuterDisposeScope();
    }

    private static long Missing(long channels) => (Block - channels % Block) % Block;
}
