using static TorchSharp.torch;

namespace SimXir.Method;

/// <summary>One layer after the other, with operations that every libtorch has.</summary>
internal sealed class LoopLarsKernel : LarsKernel
{
    public override void Step(Tensor[] w, Tensor[] g, Tensor[] m, double learningRate, LarsOptions options)
    {
        using var scope = NewDisposeScope();
        for (var i = 0; i < w.Length; i++)
        {
            var (weights, gradient) = (w[i].norm(), g[i].norm());
            var (eta, decay) = (options.TrustCoefficient, options.WeightDecay);
            var counts = weights.ne(0).logical_and(gradient.ne(0));
            var scale = where(counts, weights * eta / (gradient + weights * decay + Epsilon), ones_like(weights));
            var scaled = (g[i] + w[i] * (counts * decay)) * scale;
            m[i].mul_(options.Momentum).add_(scaled);
            w[i].add_(m[i], alpha: -learningRate);
        }
    }
}
