using static TorchSharp.torch;

namespace SimXir.Method;

/// <summary>One parameter after the other, with operations that every libtorch has.</summary>
internal sealed class LoopSgdKernel : SgdKernel
{
    public override void Step(Tensor[] w, Tensor[] g, Tensor[] m, SgdRates rates)
    {
        using var scope = NewDisposeScope();
        for (var i = 0; i < w.Length; i++)
        {
            var decayed = rates.WeightDecay == 0 ? g[i] : g[i].Plus(w[i], rates.WeightDecay);
            m[i].Blend(rates.Momentum, decayed);
            w[i].Accumulate(m[i], -rates.LearningRate);
        }
    }
}
