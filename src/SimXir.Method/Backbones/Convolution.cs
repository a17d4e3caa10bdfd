using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace SimXir.Method;

/// <summary>A square convolution without bias, with PyTorch's names, that computes in its input's precision: the weights stay float32 and
/// are rounded on the way, so that a backbone that is given bfloat16 images is in bfloat16 throughout.</summary>
/// <remarks>
/// This is what autocast does, without what autocast would bring along. TorchSharp does not bind it; it keeps the rounded weights in one
/// table for all threads, which whoever leaves it first clears, so that two trainings at a time would sum their gradients in an order of
/// chance; and the sum over the two views would be rounded to bfloat16, where here each view has a rounding of its own and the sum is float32.
/// </remarks>
internal sealed class Convolution : nn.Module<Tensor, Tensor>
{
    // oneDNN keeps channels in blocks of 16 and fills up the last one. Where a virtual machine hides the sizes of its caches, version 3.7.1
    // (libtorch 2.10) does that wrongly: gradients come out wrong and memory beyond the end is written.
    private const int ChannelBlock = 16;
    private const int ImageChannels = 3;

    // In the same place it gets a kernel of 1 wrong for channels-last images and more outputs than this: wrong numbers, or a division by 0.
    private const int SoundOutputs = 256;

    // TorchSharp's default has one number for the two axes, and libtorch's backward pass then reads memory beyond it.
    private static readonly long[] Dilation = [1, 1];

    private readonly Parameter weight;
    private readonly long _size;
    private readonly long _stride;
    private readonly bool _fillsBlocks;
    private readonly bool _isPlainProduct;
    private readonly long[] _strides;
    private readonly long[] _padding;

    /// <param name="inputs">Channels in.</param>
    /// <param name="outputs">Channels out.</param>
    /// <param name="size">Of the kernel, each way; odd. The padding is what keeps a stride of 1 from changing the image's size.</param>
    /// <param name="stride">1 or more.</param>
    public Convolution(long inputs, long outputs, long size, long stride = 1)
        : base(nameof(Convolution))
    {
        weight = nn.Parameter(empty(outputs, inputs, size, size));
        (_size, _stride) = (size, stride);
        _fillsBlocks = outputs % ChannelBlock == 0 && (inputs % ChannelBlock == 0 || inputs == ImageChannels);
        _isPlainProduct = size == 1 && outputs > SoundOutputs;
        (_strides, _padding) = ([stride, stride], [size / 2, size / 2]);
        RegisterComponents();
    }

    /// <summary>(outputs, inputs, size, size).</summary>
    public Parameter Weight => weight;

    /// <param name="input">(B, inputs, H, W), float32 or bfloat16.</param>
    /// <returns>(B, outputs, H / stride, W / stride), rounded up, of the same type.</returns>
    public override Tensor forward(Tensor input)
    {
        if (!_fillsBlocks && input.device_type == DeviceType.CPU) return Unfolded(input);
        using var rounded = weight.to_type(input.dtype);
        return _isPlainProduct && input.device_type == DeviceType.CPU
            ? Product(input, rounded)
            : nn.functional.conv2d(input, rounded, bias: null, _strides, _padding, Dilation);
    }

    /// <summary>A kernel of 1 as the product of matrices that it is, pixel by pixel.</summary>
    private Tensor Product(Tensor input, Tensor rounded)
    {
        using var scope = NewDisposeScope();
        // The pool picks every stride-th pixel.
        var picked = _stride == 1 ? input : nn.functional.avg_pool2d(input, 1, _stride);
        return nn.functional.linear(picked.permute(0, 2, 3, 1), rounded.flatten(1)).permute(0, 3, 1, 2).MoveToOuterDisposeScope();
    }

    /// <summary>The same as a product of matrices, in float32.</summary>
    private Tensor Unfolded(Tensor input)
    {
        using var scope = NewDisposeScope();
        var columns = nn.functional.unfold(input.to_type(ScalarType.Float32), _size, padding: _size / 2, stride: _stride);
        var output = weight.flatten(1).matmul(columns);
        return output.reshape(input.shape[0], weight.shape[0], Strided(input.shape[2]), Strided(input.shape[3])).to_type(input.dtype)
            .MoveToOuterDisposeScope();
    }

    private long Strided(long length) => (length - 1) / _stride + 1;
}
