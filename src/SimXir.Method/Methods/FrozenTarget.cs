using static TorchSharp.torch;

namespace SimXir.Method;

/// <summary>The encoder of the last round, which does not move within this one: eval mode, no gradient, BatchNorm buffers
/// untouched.</summary>
internal static class FrozenTarget
{
    public static Backbone Freeze(Backbone target)
    {
        target.eval();
        foreach (var parameter in target.parameters()) parameter.requires_grad = false;
        return target;
    }

    /// <param name="target">A frozen encoder.</param>
    /// <param name="x">(B, 3, H, W): normalised images.</param>
    /// <returns>(B, D), without a gradient.</returns>
    public static Tensor Represent(Backbone target, Tensor x)
    {
        using var frozen = no_grad();
        return target.forward(x);
    }
}
