using SimXir.Experiments;
using static TorchSharp.torch;

namespace SimXir.Method;

/// <summary>
/// One round of SimXIR's variant, equation 3.2: "feeding the original sample into the online network and one of its neighbors into the
/// target networks" (section 3.2). The rest is <see cref="SimXir"/>.
/// </summary>
public sealed class Variant : LearningMethod
{
    private readonly Backbone _target;
    private readonly bool _spherical;

    /// <param name="online">f with the parameters that move; it starts with the target's values.</param>
    /// <param name="target">f of the last round; frozen here, and disposed with this.</param>
    /// <param name="spec">Whether it is spherical, and the target's mode.</param>
    public Variant(Backbone online, Backbone target, FinetuneSpec spec)
        : base(nameof(Variant))
    {
        Encoder = online;
        _spherical = spec.Spherical;
        _target = FrozenTarget.Freeze(target, spec.Target);
        register_module("backbone", online);
    }

    public override Backbone Encoder { get; }

    public override bool FirstIsSample => true;

    /// <param name="x1">(B, 3, H, W): the samples x themselves, normalised, without augmentation.</param>
    /// <param name="x2">(B, 3, H, W): a'(x).</param>
    public override Tensor forward(Tensor x1, Tensor x2)
    {
        var z1 = Encoder.forward(x1);
        var z2 = FrozenTarget.Represent(_target, x2);
        return _spherical ? SimXir.SphericalLoss(z1, z2) : SimXir.Loss(z1, z2);
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing) _target.Dispose();
        base.Dispose(disposing);
    }
}
