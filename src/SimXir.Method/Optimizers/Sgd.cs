using System.Collections.Immutable;
using static TorchSharp.torch;

namespace SimXir.Method;

/// <summary>SGD with momentum and weight decay in PyTorch's form (no dampening, no Nesterov): m = momentum m + (g + wd w); w -= lr
/// m.</summary>
public sealed class Sgd : Optimizer
{
    private readonly double _momentum;
    private readonly double _weightDecay;
    private readonly SgdKernel _kernel;

    /// <param name="groups">All parameters that move, each once.</param>
    /// <param name="momentum">0 to below 1.</param>
    /// <param name="weightDecay">0 or more.</param>
    public Sgd(ImmutableArray<ParameterGroup> groups, double momentum, double weightDecay)
        : this(groups, momentum, weightDecay, SgdKernel.Best(momentum))
    {
    }

    internal Sgd(ImmutableArray<ParameterGroup> groups, double momentum, double weightDecay, SgdKernel kernel)
        : base(groups) => (_momentum, _weightDecay, _kernel) = (momentum, weightDecay, kernel);

    private protected override void Move(int group, Tensor[] w, Tensor[] g, Tensor[] m, double learningRate) =>
        _kernel.Step(w, g, m, new SgdRates(learningRate, _momentum, _weightDecay));

    protected override void Dispose(bool disposing)
    {
        if (disposing) _kernel.Dispose();
        base.Dispose(disposing);
    }
}
