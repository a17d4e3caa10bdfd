using SimXir.Experiments;
using static TorchSharp.torch;

namespace SimXir.Method;

/// <summary>The encoder of the last round, whose parameters do not move within this one and get no gradient.</summary>
internal static class FrozenTarget
{
    /// <param name="target">In eval mode one fixed function of its input; in train mode by the batch's statistics.</param>
    /// <param name="mode">Of its BatchNorm layers.</param>
    public static Backbone Freeze(Backbone target, TargetMode mode)
    {
        target.train(mode == TargetMode.Train);
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
