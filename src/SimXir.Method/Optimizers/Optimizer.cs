using System.Collections.Immutable;
using static TorchSharp.torch;

namespace SimXir.Method;

/// <summary>Moves parameters by their gradients, with one momentum buffer a parameter as its only state.</summary>
public abstract class Optimizer : IDisposable
{
    private readonly ImmutableArray<ParameterGroup> _groups;
    private readonly ImmutableArray<Tensor[]> _buffers;

    /// <param name="groups">All parameters that move, each once.</param>
    private protected Optimizer(ImmutableArray<ParameterGroup> groups)
    {
        _groups = groups;
        _buffers = [.. groups.Select(group => group.Parameters.Select(pair => zeros_like(pair.Parameter)).ToArray())];
        foreach (var (_, buffer) in Buffers) buffer.DetachFromDisposeScope();
    }

    /// <summary>The momentum buffers by their parameters' names: all of the optimizer's state.</summary>
    public IEnumerable<(string Name, Tensor Buffer)> Buffers =>
        _groups.Zip(_buffers).SelectMany(pair => pair.First.Parameters.Zip(pair.Second, (parameter, buffer) => (parameter.Name, buffer)));

    /// <summary>Lets go of all gradients.</summary>
    /// <remarks>A module's own zero_grad walks its tree anew each time, at some 50 KB of managed memory.</remarks>
    public void ClearGradients()
    {
        foreach (var group in _groups)
            foreach (var (_, parameter) in group.Parameters) parameter.grad = null;
    }

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
            if (w.Count > 0) Move(n, [.. w], [.. g], [.. m], _groups[n].Rate.At(step));
        }
    }

    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    /// <param name="group">Which of the groups.</param>
    /// <param name="w">Its parameters that have a gradient; changed.</param>
    /// <param name="g">Their gradients.</param>
    /// <param name="m">Their momentum buffers; changed. Zeros before the first step.</param>
    /// <param name="learningRate">Of this step.</param>
    private protected abstract void Move(int group, Tensor[] w, Tensor[] g, Tensor[] m, double learningRate);

    protected virtual void Dispose(bool disposing)
    {
        if (!disposing) return;
        foreach (var buffer in _buffers.SelectMany(buffers => buffers)) buffer.Dispose();
    }
}
