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
            var counts = weights.to_type(ScalarType.Bool).logical_and(gradient.to_type(ScalarType.Bool));
            var scale = where(counts, weights.Times(eta) / gradient.Plus(weights, decay).Plus(Epsilon), ones_like(weights));
            var scaled = g[i].Plus(w[i] * counts.to_type(ScalarType.Float32).Times(decay)) * scale;
            m[i].Blend(options.Momentum, scaled);
            w[i].Accumulate(m[i], -learningRate);
        }
    }
}
