using static TorchSharp.torch;

namespace SimXir.Method.Tests;

public sealed class ConvolutionTests
{
    // bfloat16 keeps 8 bits of a number.
    private const double Bf16Tolerance = 0.02;

    /// <summary>Against the sum itself, at one place after the other: libtorch's own convolution is what is not trusted.</summary>
    [Theory]
    [InlineData(4, 6, 3, 1)]
    [InlineData(4, 6, 3, 2)]
    [InlineData(1, 2, 1, 2)]
    [InlineData(3, 16, 7, 2)]
    [InlineData(16, 32, 3, 2)]
    [InlineData(16, 32, 1, 2)]
    [InlineData(64, 320, 1, 1)]
    [InlineData(256, 512, 1, 2)]
    [InlineData(1024, 512, 1, 1)]
    [InlineData(512, 1024, 1, 2)]
    public void Forward_AnyShape_IsTheSumOverKernelAndChannels(long inputs, long outputs, long size, long stride)
    {
        using var scope = NewDisposeScope();
        using var convolution = Drawn(inputs, outputs, size, stride);
        var x = Images(inputs);
        Assert.InRange(Reference.RelativeError(Summed(x, convolution.Weight, stride), convolution.forward(x)), 0, 1e-5);
        Assert.InRange(Reference.RelativeError(Summed(x, convolution.Weight, stride), convolution.forward(ChannelsLast.Of(x))), 0, 1e-5);
        Assert.Equal(["weight"], convolution.state_dict().Keys);
    }

    [Theory]
    [InlineData(4, 6, 3, 1)]
    [InlineData(2, 4, 1, 2)]
    [InlineData(16, 32, 3, 2)]
    [InlineData(16, 32, 1, 2)]
    [InlineData(64, 320, 1, 1)]
    [InlineData(256, 512, 1, 2)]
    public void Backward_AnyShape_IsTheSumsGradient(long inputs, long outputs, long size, long stride)
    {
        using var scope = NewDisposeScope();
        using var convolution = Drawn(inputs, outputs, size, stride);
        var (x, x2) = (Images(inputs).requires_grad_(true), Images(inputs).requires_grad_(true));
        Summed(x, convolution.Weight, stride).pow(2).sum().backward();
        var gradient = convolution.Weight.grad!.clone();
        convolution.zero_grad();
        convolution.forward(ChannelsLast.Of(x2)).pow(2).sum().backward();
        Assert.InRange(Reference.RelativeError(gradient, convolution.Weight.grad!), 0, 1e-5);
        Assert.InRange(Reference.RelativeError(x.grad!, x2.grad!), 0, 1e-5);
    }

    [Theory]
    [InlineData(4, 6, 3, 1)]
    [InlineData(16, 32, 3, 1)]
    [InlineData(256, 512, 1, 2)]
    public void Forward_Bf16Images_ComputesInBf16AndKeepsWeightsAndGradientsInFp32(long inputs, long outputs, long size, long stride)
    {
        using var scope = NewDisposeScope();
        using var convolution = Drawn(inputs, outputs, size, stride);
        var x = ChannelsLast.Of(Images(inputs));
        var exact = convolution.forward(x);
        exact.pow(2).mean().backward();
        var gradient = convolution.Weight.grad!.clone();
        convolution.zero_grad();

        var rounded = convolution.forward(x.to_type(ScalarType.BFloat16));
        rounded.to_type(ScalarType.Float32).pow(2).mean().backward();
        Assert.Equal(ScalarType.BFloat16, rounded.dtype);
        Assert.Equal((ScalarType.Float32, ScalarType.Float32), (convolution.Weight.dtype, convolution.Weight.grad!.dtype));
        Assert.InRange(Reference.RelativeError(exact, rounded.to_type(ScalarType.Float32)), 1e-6, Bf16Tolerance);
        Assert.InRange(Reference.RelativeError(gradient, convolution.Weight.grad!), 1e-6, Bf16Tolerance);
    }

    private static Convolution Drawn(long inputs, long outputs, long size, long stride)
    {
        var convolution = new Convolution(inputs, outputs, size, stride);
        using var generator = new Generator(2, CPU);
        using var frozen = no_grad();
        convolution.Weight.normal_(generator: generator);
        return convolution;
    }

    private static Tensor Images(long channels)
    {
        using var generator = new Generator(1, CPU);
        return randn([2, channels, 9, 9], generator: generator);
    }

    private static Tensor Summed(Tensor x, Tensor weight, long stride)
    {
        var (size, sum) = (weight.shape[2], zeros(1));
        var padded = nn.functional.pad(x, [size / 2, size / 2, size / 2, size / 2]);
        for (var row = 0; row < size; row++)
        {
            for (var column = 0; column < size; column++)
            {
                var seen = padded.slice(2, row, row + 9, stride).slice(3, column, column + 9, stride);
                sum = sum + (seen.unsqueeze(1) * weight.slice(2, row, row + 1, 1).slice(3, column, column + 1, 1)).sum(2);
            }
        }
        return sum;
    }
}
