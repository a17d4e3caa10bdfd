using TorchSharp.Modules;
using static TorchSharp.torch;

namespace SimXir.Method;

/// <summary>The problem on which optimizers are checked: the mean squared error of X w^T + b against Y.</summary>
internal sealed class RegressionSteps(ReferenceTensors reference, Device device) : IDisposable
{
    private static readonly Tolerance Tolerance = Tolerance.Of(1e-6);

    private readonly Parameter _w = new(reference.Tensor("w0", device));
    private readonly Parameter _b = new(reference.Tensor("b0", device));

    public ParameterGroup Group(double learningRate) => new([("w", _w), ("b", _b)], LearningRate.Constant(learningRate));

    /// <summary>As many steps as the file has, each compared.</summary>
    public void Run(Optimizer optimizer, CheckList checks)
    {
        var (x, y) = (reference.Tensor("X", device), reference.Tensor("Y", device));
        for (var done = 1; done <= reference.NumbersAfter("w")[^1]; done++)
        {
            (_w.grad, _b.grad) = (null, null);
            nn.functional.mse_loss(nn.functional.linear(x, _w, _b), y).backward();
            optimizer.Step(done - 1);
            checks.Compare($"w{done}", reference.Tensor($"w{done}"), _w, Tolerance);
            checks.Compare($"b{done}", reference.Tensor($"b{done}"), _b, Tolerance);
        }
    }

    public void Dispose()
    {
        _w.Dispose();
        _b.Dispose();
    }
}
