using System.Collections.Immutable;
using static TorchSharp.torch;

namespace SimXir.Method;

/// <summary>
/// LARS (You, Gitman and Ginsburg, 2017), SGD with each layer's step scaled to its weights' norm:
/// g' = eta |w| / (|g| + wd |w| + 1e-8) (g + wd w); m = momentum m + g'; w -= lr m.
/// </summary>
/// <remarks>
/// This is apex's LARC with clip=False, which SimSiam's linear probe uses. A layer with |w| = 0 or |g| = 0 has g' = g, unscaled and undecayed: a
/// bias that starts at 0 makes its first step as in SGD. The learning rate stays outside the momentum, as in PyTorch's SGD and unlike in
/// SimCLR's TensorFlow code, where a falling rate reaches past gradients too. The sum of norms in the denominator is apex's and
/// solo-learn's; SimCLR has the norm of the sum.
/// </remarks>
public sealed class Lars : Optimizer
{
    private readonly LarsOptions _options;
    private readonly ImmutableArray<bool> _scaled;
    private readonly LarsKernel _kernel;
    private readonly SgdKernel _plain;

    /// <param name="groups">All parameters that move, each once.</param>
    /// <param name="options">Its form.</param>
    public Lars(ImmutableArray<ParameterGroup> groups, LarsOptions options)
        : this(groups, options, LarsKernel.Best(options.Momentum))
    {
    }

    internal Lars(ImmutableArray<ParameterGroup> groups, LarsOptions options, LarsKernel kernel)
        : base(Split(groups, options))
    {
        (_options, _kernel, _plain) = (options, kernel, SgdKernel.Best(options.Momentum));
        _scaled = [.. Split(groups, options).Select(group => group.Parameters.All(pair => IsScaled(pair.Parameter, options)))];
    }

    private protected override void Move(int group, Tensor[] w, Tensor[] g, Tensor[] m, double learningRate)
    {
        if (_scaled[group]) _kernel.Step(w, g, m, learningRate, _options);
        else _plain.Step(w, g, m, new SgdRates(learningRate, _options.Momentum, WeightDecay: 0));
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _kernel.Dispose();
            _plain.Dispose();
        }
        base.Dispose(disposing);
    }

    private static ImmutableArray<ParameterGroup> Split(ImmutableArray<ParameterGroup> groups, LarsOptions options) =>
    [
        .. from each in groups
           from part in each.Parameters.GroupBy(pair => IsScaled(pair.Parameter, options))
           select new ParameterGroup([.. part], each.Rate),
    ];

    private static bool IsScaled(Tensor parameter, LarsOptions options) => !options.ExcludesBiasesAndNorms || parameter.dim() > 1;
}
