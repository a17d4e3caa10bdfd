using SimXir.Experiments;
using static TorchSharp.torch;

namespace SimXir.Method;

/// <summary>
/// One round of SimXIR, equation 3.1 and Algorithm 1: the online encoder f, started as the last round's, learns to give the view a(x)
/// the representation that the last round's encoder gives another view a'(x) of the same sample. Encoders only: no projector, no predictor.
/// </summary>
/// <remarks>
/// Where the paper is silent: the target is in eval mode, so that it is one fixed function of its input within the round (train mode is an
/// option); representations are the pooled features as they are, as Algorithm 1 has it, or l2-normalised, the spherical case of section 4.3, as
/// an option.
/// </remarks>
public sealed class SimXir : LearningMethod
{
    private readonly Backbone _target;
    private readonly bool _spherical;

    /// <param name="online">f with the parameters that move; it starts with the target's values.</param>
    /// <param name="target">f of the last round; frozen here, and disposed with this.</param>
    /// <param name="spec">Whether it is spherical, and the target's mode.</param>
    public SimXir(Backbone online, Backbone target, FinetuneSpec spec)
        : base(nameof(SimXir))
    {
        Encoder = online;
        _spherical = spec.Spherical;
        _target = FrozenTarget.Freeze(target, spec.Target);
        register_module("backbone", online);
    }

    public override Backbone Encoder { get; }

    /// <param name="x1">(B, 3, H, W): a(x).</param>
    /// <param name="x2">(B, 3, H, W): a'(x).</param>
    public override Tensor forward(Tensor x1, Tensor x2)
    {
        var z1 = Encoder.forward(x1);
        var z2 = FrozenTarget.Represent(_target, x2);
        return _spherical ? SphericalLoss(z1, z2) : Loss(z1, z2);
    }

    /// <summary>Algorithm 1, line 7 and 9: the squared l2 distance, summed over dimensions and averaged over the batch; 0 or
    /// more.</summary>
    /// <param name="z1">(B, D): online representations.</param>
    /// <param name="z2">(B, D): target representations; no gradient flows into them.</param>
    public static Tensor Loss(Tensor z1, Tensor z2) => (z1 - z2.detach()).square().sum(1).mean();

    /// <summary>The same between l2-normalised representations, 2 - 2 cos; in [0, 4].</summary>
    /// <param name="z1">(B, D): online representations.</param>
    /// <param name="z2">(B, D): target representations; no gradient flows into them.</param>
    public static Tensor SphericalLoss(Tensor z1, Tensor z2) => Loss(nn.functional.normalize(z1, 2, 1), nn.functional.normalize(z2, 2, 1));

    protected override void Dispose(bool disposing)
    {
        if (disposing) _target.Dispose();
        base.Dispose(disposing);
    }
}
