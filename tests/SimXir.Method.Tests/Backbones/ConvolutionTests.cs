using static TorchSharp.torch;

namespace SimXir.Method.Tests;

public sealed class ConvolutionTests
{
    [Theory]
    [InlineData(3, 5, 3, 1)]
    [InlineData(3, 16, 7, 2)]
    [InlineData(1, 1, 3, 1)]
    [InlineData(2, 4, 1, 2)]
    [InlineData(20, 40, 1, 2)]
    [InlineData(12, 12, 3, 1)]
    [InlineData(16, 32, 3, 2)]
    public void Forward_AnyChannels_EqualsTheSumInDoublePrecision(long inputs, long outputs, long kernel, long stride)
    {
        foreach (var channelsLast in (bool[])[false, true])
        {
            using var scope = NewDisposeScope();
            using var layer = new Convolution(inputs, outputs, kernel, stride);
            using (no_grad()) layer.Weight.copy_(MethodTensors.Random(1, outputs, inputs, kernel, kernel));
            var x = MethodTensors.Random(2, 4, inputs, 16, 16).requires_grad_(true);
            var y = layer.forward(channelsLast ? ChannelsLast.Of(x) : x);
            var toward = MethodTensors.Random(3, y.shape);
            y.backward([toward]);

            var (w64, x64) = (layer.Weight.detach().to(ScalarType.Float64).requires_grad_(true), x.detach().to(ScalarType.Float64).requires_grad_(true));
            var y64 = nn.functional.conv2d(x64, w64, strides: [stride, stride], padding: [kernel / 2, kernel / 2]);
            y64.backward([toward.to(ScalarType.Float64)]);
            Assert.InRange(Reference.RelativeError(y64.to(ScalarType.Float32), y), 0, 1e-5);
            Assert.InRange(Reference.RelativeError(w64.grad!.to(ScalarType.Float32), layer.Weight.grad!), 0, 1e-5);
            Assert.InRange(Reference.RelativeError(x64.grad!.to(ScalarType.Float32), x.grad!), 0, 1e-5);
        }
    }
}
