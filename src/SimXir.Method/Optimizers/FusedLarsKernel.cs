using TorchSharp;
using static TorchSharp.torch;

namespace SimXir.Method;

/// <summary>
/// All layers of a group in one call of the TorchScript interpreter, which has libtorch's operations on lists of tensors: nothing of a layer
/// passes through managed code, and the last step is the fused kernel of <see cref="FusedSgdKernel"/>.
/// </summary>
/// <remarks>It refuses a momentum of 0.</remarks>
internal sealed class FusedLarsKernel : LarsKernel
{
    private const string Script = """
        def step(w: List[Tensor], g: List[Tensor], m: List[Tensor], lr: float, momentum: float, decay: float, eta: float, eps: float):
          weights = torch.stack(torch._foreach_norm(w))
          gradients = torch.stack(torch._foreach_norm(g))
          counts = (weights != 0) & (gradients != 0)
          scale = torch.where(counts, weights * eta / (gradients + weights * decay + eps), torch.ones_like(weights))
          if decay == 0.0:
            scaled = torch._foreach_mul(g, torch.unbind(scale))
          else:
            scaled = torch._foreach_addcmul(g, w, torch.unbind(counts * decay))
            torch._foreach_mul_(scaled, torch.unbind(scale))
          torch._fused_sgd_(w, scaled, m, weight_decay=0.0, momentum=momentum, lr=lr, dampening=0.0,
                            nesterov=False, maximize=False, is_first_step=False)
          return 0

        """;

    private const double Tolerance = 1e-6;

    private static readonly Lazy<bool> Available = new(() => FusedSgdKernel.IsAvailable && AgreesWithLoop());
    private readonly jit.CompilationUnit _script = jit.compile(Script);

    public static bool IsAvailable => Available.Value;

    public override void Step(Tensor[] w, Tensor[] g, Tensor[] m, double learningRate, LarsOptions options)
    {
        // Given plain doubles, invoke() wraps them in scalars that the collector may free while libtorch still reads them.
        using Scalar lr = learningRate, momentum = options.Momentum, decay = options.WeightDecay;
        using Scalar eta = options.TrustCoefficient, epsilon = Epsilon;
        _script.invoke("step", w, g, m, lr, momentum, decay, eta, epsilon);
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
        using var scope = NewDisposeScope();
        using var frozen = no_grad();
        using var fused = new FusedLarsKernel();
        using var loop = new LoopLarsKernel();
        using var generator = new Generator(1, CPU);
        var options = new LarsOptions { WeightDecay = 5e-4, TrustCoefficient = 0.02 };
        Tensor[] w = [randn(67, generator: generator), zeros(5)], m = [zeros(67), zeros(5)];
        Tensor[] w2 = [w[0].clone(), w[1].clone()], m2 = [zeros(67), zeros(5)];
        for (var step = 0; step < 2; step++)
        {
            Tensor[] g = [randn(67, generator: generator), randn(5, generator: generator)];
            fused.Step(w, g, m, 0.5, options);
            loop.Step(w2, g, m2, 0.5, options);
        }
        return Enumerable.Range(0, 2).All(i => w[i].allclose(w2[i], Tolerance, Tolerance) && m[i].allclose(m2[i], Tolerance, Tolerance));
    }
}
