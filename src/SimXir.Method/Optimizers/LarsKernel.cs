using static TorchSharp.torch;

namespace SimXir.Method;

/// <summary>The arithmetic of one LARS step over a group, each tensor a layer of its own.</summary>
internal abstract class LarsKernel : IDisposable
{
    /// <summary>Keeps the denominator above 0.</summary>
    protected const double Epsilon = 1e-8;

    /// <param name="w">Parameters; changed.</param>
    /// <param name="g">Their gradients.</param>
    /// <param name="m">Their momentum buffers; changed. Zeros before the first step.</param>
    /// <param name="learningRate">0 or more.</param>
    /// <param name="options">The form.</param>
    public abstract void Step(Tensor[] w, Tensor[] g, Tensor[] m, double learningRate, LarsOptions options);

    public virtual void Dispose() => GC.SuppressFinalize(this);

    /// <summary>All layers at once where this libtorch can and it agrees with the loop, else the loop.</summary>
    public static LarsKernel Best(double momentum) =>
        momentum > 0 && FusedLarsKernel.IsAvailable ? new FusedLarsKernel() : new LoopLarsKernel();
}
