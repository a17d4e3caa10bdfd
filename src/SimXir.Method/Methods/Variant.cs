using static TorchSharp.torch;

namespace SimXir.Method;

/// <summary>
/// One round of SimXIR's variant, equation 3.2: "feeding the original sample into the online network and one of its neighbors into the
/// target networks" (section 3.2). The rest is <see cref="SimXir"/>.
/// </summary>
public sealed class Variant : LearningMethod
{
    private readonly Backbone _target;

    /// <param name="online">f with the parameters that move; it starts with the target's values.</param>
    /// <param name="target">f of the last round; frozen here, and disposed with this.</param>
    public Variant(Backbone online, Backbone target)
        : base(nameof(Variant))
    {
        Encoder = online;
        _target = FrozenTarget.Freeze(target);
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
        return SimXir.Loss(z1, z2);
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing) _target.Dispose();
        base.Dispose(disposing);
    }
}
