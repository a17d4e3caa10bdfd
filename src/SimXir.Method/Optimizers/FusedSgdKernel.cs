using TorchSharp;
using static TorchSharp.torch;

namespace SimXir.Method;

/// <summary>
/// libtorch's one-pass kernel, which TorchSharp does not bind: reached through the TorchScript compiler. On ResNet-18 it takes a quarter of
/// the time of a loop over parameters, which makes three passes over the memory.
/// </summary>
/// <remarks>It refuses a momentum of 0.</remarks>
internal sealed class FusedSgdKernel : SgdKernel
{
    // A fault in a script ends the process instead of raising an exception, so it is compiled only where it is known to compile.
    private const string KnownVersion = "2.10.0";

    private const string Script = """
        def step(w: List[Tensor], g: List[Tensor], m: List[Tensor], lr: float, momentum: float, decay: float):
          torch._fused_sgd_(w, g, m, weight_decay=decay, momentum=momentum, lr=lr, dampening=0.0,
                            nesterov=False, maximize=False, is_first_step=False)
          return 0

        """;

    // The two round alike but for the few elements that do not fill a vector, where the fused kernel contracts a multiplication and an
    // addition.
    private const double Tolerance = 1e-6;

    private static readonly Lazy<bool> Available = new(AgreesWithLoop);
    private readonly jit.CompilationUnit _script = jit.compile(Script);

    public static bool IsAvailable => Available.Value;

    public override void Step(Tensor[] w, Tensor[] g, Tensor[] m, SgdRates rates)
    {
        // Given plain doubles, invoke() wraps them in scalars that the collector may free while libtorch still reads them.
        using Scalar lr = rates.LearningRate, momentum = rates.Momentum, decay = rates.WeightDecay;
        _script.invoke("step", w, g, m, lr, momentum, decay);
        GC.KeepAlive(w);
        GC.KeepAlive(g);
        GC.KeepAlive(m);
    }

    public override void Dispose()
    {
        _script.Dispose();
        base.Dispose();
    }

    private static bool AgreesWithLoop()
    {
        if (!__version__.StartsWith(KnownVersion, StringComparison.Ordinal)) return false;
        using var scope = NewDisposeScope();
        using var frozen = no_grad();
        using var fused = new FusedSgdKernel();
        using var loop = new LoopSgdKernel();
        var rates = new SgdRates(0.06, 0.9, 5e-4);
        using var generator = new Generator(1, CPU);
        Tensor[] w = [randn(67, generator: generator)], m = [zeros(67)];
        Tensor[] w2 = [w[0].clone()], m2 = [zeros(67)];
        for (var step = 0; step < 2; step++)
        {
            Tensor[] g = [randn(67, generator: generator)];
            fused.Step(w, g, m, rates);
            loop.Step(w2, g, m2, rates);
        }
        return w[0].allclose(w2[0], Tolerance, Tolerance) && m[0].allclose(m2[0], Tolerance, Tolerance);
    }
}
