using static TorchSharp.torch;

namespace SimXir.Method;

/// <summary>The arithmetic of one SGD step over a group: g += wd w; m = momentum m + g; w -= lr m.</summary>
internal abstract class SgdKernel : IDisposable
{
    /// <param name="w">Parameters; changed.</param>
    /// <param name="g">Their gradients.</param>
    /// <param name="m">Their momentum buffers; changed. Zeros before the first step, which then copies g exactly.</param>
    /// <param name="rates">What the step is scaled by.</param>
    public abstract void Step(Tensor[] w, Tensor[] g, Tensor[] m, SgdRates rates);

    public virtual void Dispose() => GC.SuppressFinalize(this);

    /// <summary>The fused kernel where this libtorch has it and it agrees with the loop, else the loop, which also serves where there is no
    /// momentum.</summary>
    public static SgdKernel Best(double momentum) =>
        momentum > 0 && FusedSgdKernel.IsAvailable ? new FusedSgdKernel() : new LoopSgdKernel();
}
