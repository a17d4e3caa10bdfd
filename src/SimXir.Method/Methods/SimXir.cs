using static TorchSharp.torch;

namespace SimXir.Method;

/// <summary>
/// One round of SimXIR, equation 3.1 and Algorithm 1: the online encoder f, started as the last round's, learns to give the view a(x)
/// the representation that the last round's encoder gives another view a'(x) of the same sample. Encoders only: no projector, no predictor.
/// </summary>
/// <remarks>
/// Where the paper is silent: the target is in eval mode, so that it is one fixed function of its input within the round; representations
/// are the pooled features as they are, without l2-normalisation.
/// </remarks>
public sealed class SimXir : LearningMethod
{
    private readonly Backbone _target;

    /// <param name="online">f with the parameters that move; it starts with the target's values.</param>
    /// <param name="target">f of the last round; frozen here, and disposed with this.</param>
    public SimXir(Backbone online, Backbone target)
        : base(nameof(SimXir))
    {
        Encoder = online;
        _target = FrozenTarget.Freeze(target);
        register_module("backbone", online);
    }

    public override Backbone Encoder { get; }

    /// <param name="x1">(B, 3, H, W): a(x).</param>
    /// <param name="x2">(B, 3, H, W): a'(x).</param>
    public override Tensor forward(Tensor x1, Tensor x2)
    {
        var z1 = Encoder.forward(x1);
        var z2 = FrozenTarget.Represent(_target, x2);
        return Loss(z1, z2);
    }

    /// <summary>Algorithm 1, line 7 and 9: the squared l2 distance, summed over dimensions and averaged over the batch; 0 or
    /// more.</summary>
    /// <param name="z1">(B, D): online representations.</param>
    /// <param name="z2">(B, D): target representations; no gradient flows into them.</param>
    public static Tensor Loss(Tensor z1, Tensor z2) => (z1 - z2.detach()).pow(2).sum(1).mean();

    protected override void Dispose(bool disposing)
    {
        if (disposing) _target.Dispose();
        base.Dispose(disposing);
    }
}
