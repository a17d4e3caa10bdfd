using static TorchSharp.torch;

namespace SimXir.Method;

/// <summary>
/// Limited-memory BFGS (Nocedal and Wright, algorithm 7.5) for smooth convex functions, with backtracking to sufficient decrease; on CPU
/// tensors in double precision and without randomness.
/// </summary>
/// <param name="history">Pairs of steps and gradient changes that are remembered.</param>
/// <param name="maxIterations">After so many it ends, converged or not.</param>
/// <param name="tolerance">It has converged when no entry of the gradient exceeds it.</param>
/// <param name="precondition">From a gradient (P) to about the Newton step, up to scale and sign: a symmetric, positive definite
/// approximation of the inverse Hessian. Results may live in the caller's scope.</param>
internal sealed class Lbfgs(int history, int maxIterations, double tolerance, Func<Tensor, Tensor> precondition)
{
    private const double SufficientDecrease = 1e-4;
    private const int MaxHalvings = 40;

    // Close to the minimum the decrease drowns in rounding; steps that lose less than this are taken as long as the gradient shrinks.
    private const double Rounding = 1e-13;

    private readonly LinkedList<(Tensor S, Tensor Y, double Rho)> _pairs = new();

    /// <param name="start">(P): where to begin; not changed.</param>
    /// <param name="function">Value and gradient (P) at a point; results may live in the caller's scope.</param>
    /// <param name="pause">Called once an iteration; it may throw to stop.</param>
    public LbfgsResult Minimise(Tensor start, Func<Tensor, (double Value, Tensor Gradient)> function, Action? pause)
    {
        using var scope = NewDisposeScope();
        var x = start.clone();
        var (value, gradient) = function(x);
        var iteration = 0;
        for (; Largest(gradient) > tolerance && iteration < maxIterations; iteration++)
        {
            pause?.Invoke();
            using var inner = NewDisposeScope();
            var direction = Direction(gradient);
            if (Search(new Point(x, value, gradient), direction, function) is not { } next) break;
            Remember(next.X - x, next.Gradient - gradient);
            (x, value, gradient) = (next.X.MoveToOuterDisposeScope(), next.Value, next.Gradient.MoveToOuterDisposeScope());
        }
        foreach (var (s, y, _) in _pairs)
        {
            s.Dispose();
            y.Dispose();
        }
        _pairs.Clear();
        return new LbfgsResult(x.MoveToOuterDisposeScope(), value, Largest(gradient), iteration);
    }

    private static Point? Search(Point from, Tensor direction, Func<Tensor, (double Value, Tensor Gradient)> function)
    {
        var (slope, step) = (Dot(from.Gradient, direction), 1.0);
        for (var halving = 0; halving < MaxHalvings; halving++, step /= 2)
        {
            var x = from.X.add(direction, alpha: step);
            var (value, gradient) = function(x);
            if (value <= from.Value + SufficientDecrease * step * slope) return new Point(x, value, gradient);
            var flat = Math.Abs(value - from.Value) <= Rounding * Math.Max(1, Math.Abs(from.Value));
            if (flat && Dot(gradient, gradient) < Dot(from.Gradient, from.Gradient)) return new Point(x, value, gradient);
        }
        return null;
    }

    private Tensor Direction(Tensor gradient)
    {
        var q = -gradient;
        var alphas = new Stack<double>();
        for (var node = _pairs.Last; node is not null; node = node.Previous)
        {
            var alpha = node.Value.Rho * Dot(node.Value.S, q);
            alphas.Push(alpha);
            q.add_(node.Value.Y, alpha: -alpha);
        }
        q = precondition(q);
        if (_pairs.Last is { Value: var (s, y, _) }) q.mul_(Dot(s, y) / Dot(y, precondition(y)));
        for (var node = _pairs.First; node is not null; node = node.Next)
            q.add_(node.Value.S, alpha: alphas.Pop() - node.Value.Rho * Dot(node.Value.Y, q));
        return q;
    }

    private void Remember(Tensor s, Tensor y)
    {
        var curvature = Dot(s, y);
        if (!(curvature > 0)) return;
        _pairs.AddLast((s.DetachFromDisposeScope(), y.DetachFromDisposeScope(), 1 / curvature));
        if (_pairs.Count <= history) return;
        var (oldS, oldY, _) = _pairs.First!.Value;
        oldS.Dispose();
        oldY.Dispose();
        _pairs.RemoveFirst();
    }

    private static double Dot(Tensor a, Tensor b)
    {
        using var product = dot(a, b);
        return product.item<double>();
    }

    private static double Largest(Tensor gradient) => gradient.abs().max().item<double>();

    private readonly record struct Point(Tensor X, double Value, Tensor Gradient);
}
