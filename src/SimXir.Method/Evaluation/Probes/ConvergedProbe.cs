using static TorchSharp.torch;

namespace SimXir.Method;

/// <summary>
/// The control probe: multinomial logistic regression on frozen features, standardised by the training features' mean and deviation, solved
/// to its minimum in double precision. The objective, mean cross-entropy + |W|^2 / (2 N) (the l2 of scikit-learn's C = 1; the bias
/// goes free), is convex and has one minimum, so the result depends on the features alone and not on an optimizer's settings.
/// </summary>
/// <remarks>It has converged when no entry of the gradient exceeds <see cref="Tolerance"/>; the outcome says whether it did.</remarks>
public static class ConvergedProbe
{
    /// <summary>The largest entry of the gradient of the mean objective at which it counts as solved.</summary>
    public const double Tolerance = 1e-6;

    private const int MaxIterations = 2000;
    private const int History = 20;

    /// <param name="train">Features that it is fitted to.</param>
    /// <param name="test">Features that it is judged on.</param>
    /// <param name="pause">Called once an iteration; it may throw to stop.</param>
    public static ProbeOutcome Judge(FeatureMatrix train, FeatureMatrix test, Action? pause = null)
    {
        using var scope = NewDisposeScope();
        using var frozen = no_grad();
        var raw = train.Features.to(ScalarType.Float64);
        var mean = raw.mean([0]);
        var deviation = raw.std(0, unbiased: false);
        deviation = where(deviation > 0, deviation, ones_like(deviation));
        var x = (raw - mean) / deviation;
        raw.Dispose();
        var target = nn.functional.one_hot(tensor(train.Labels, ScalarType.Int64), train.Classes).to(ScalarType.Float64);

        var weights = train.Classes * train.Dimensions;
        var start = zeros(weights + train.Classes, ScalarType.Float64);
        var solver = new Lbfgs(History, MaxIterations, Tolerance);
        var solution = solver.Minimise(start, point => Objective(point, x, target, weights), pause);

        var scores = Scores(solution.X, (test.Features.to(ScalarType.Float64) - mean) / deviation, weights);
        return new ProbeOutcome(
            LabelRanks.Judge(scores, test.Labels),
            solution.LargestGradient <= Tolerance,
            solution.Iterations,
            solution.LargestGradient);
    }

    /// <param name="point">(C D + C): W row by row, then the bias.</param>
    /// <param name="x">(N, D).</param>
    /// <param name="target">(N, C): 1 at the right label.</param>
    /// <param name="weights">C D.</param>
    private static (double Value, Tensor Gradient) Objective(Tensor point, Tensor x, Tensor target, long weights)
    {
        using var scope = NewDisposeScope();
        var images = x.shape[0];
        var w = point.narrow(0, 0, weights);
        var logs = nn.functional.log_softmax(Scores(point, x, weights), 1);
        var value = ((w * w).sum() / 2 - (logs * target).sum()).item<double>() / images;
        var excess = (logs.exp() - target) / images;
        var gradient = cat([mm(excess.t(), x).flatten() + w / images, excess.sum(dim: 0)]);
        return (value, gradient.MoveToOuterDisposeScope());
    }

    /// <returns>(N, C).</returns>
    private static Tensor Scores(Tensor point, Tensor x, long weights)
    {
        var w = point.narrow(0, 0, weights).view(-1, x.shape[1]);
        var bias = point.narrow(0, weights, point.shape[0] - weights);
        return addmm(bias, x, w.t(), beta: 1, alpha: 1);
    }
}
