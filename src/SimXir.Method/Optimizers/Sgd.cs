using System.Collections.Immutable;
using static TorchSharp.torch;

namespace SimXir.Method;

/// <summary>SGD with momentum and weight decay in PyTorch's form (no dampening, no Nesterov): m = momentum m + (g + wd w); w -= lr
/// m.</summary>
public sealed class Sgd : IDisposable
{
    private readonly ImmutableArray<ParameterGroup> _groups;
    private readonly ImmutableArray<Tensor[]> _buffers;
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
    {
        (_groups, _momentum, _weightDecay, _kernel) = (groups, momentum, weightDecay, kernel);
        _buffers = [.. groups.Select(group => group.Parameters.Select(pair => zeros_like(pair.Parameter)).ToArray())];
        foreach (var (_, buffer) in Buffers) buffer.DetachFromDisposeScope();
    }

    /// <summary>The momentum buffers by their parameters' names: all of the optimizer's state.</summary>
    public IEnumerable<(string Name, Tensor Buffer)> Buffers =>
        _groups.Zip(_buffers).SelectMany(pair => pair.First.Parameters.Zip(pair.Second, (parameter, buffer) => (parameter.Name, buffer)));

    /// <summary>Moves every parameter that has a gradient.</summary>
    /// <param name="step">Steps done of the whole schedule, counted from 0.</param>
    public void Step(long step)
    {
        using var scope = NewDisposeScope();
        using var frozen = no_grad();
        for (var n = 0; n < _groups.Length; n++)
        {
            var (w, g, m) = (new List<Tensor>(), new List<Tensor>(), new List<Tensor>());
            for (var i = 0; i < _groups[n].Parameters.Length; i++)
            {
                var parameter = _groups[n].Parameters[i].Parameter;
                if (parameter.grad is not { } gradient) continue;
                w.Add(parameter);
                g.Add(gradient);
                m.Add(_buffers[n][i]);
            }
            if (w.Count == 0) continue;
            _kernel.Step([.. w], [.. g], [.. m], new SgdRates(_groups[n].Rate.At(step), _momentum, _weightDecay));
        }
    }

    public void Dispose()
    {
        foreach (var buffer in _buffers.SelectMany(buffers => buffers)) buffer.Dispose();
        _kernel.Dispose();
    }
}
