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
        var x = train.Features.to(ScalarType.Float64);
        var (mean, deviation) = (x.mean([0]), x.std(0, unbiased: false));
        deviation = where(deviation > 0, deviation, ones_like(deviation));
        x.sub_(mean).div_(deviation);

        var regression = new LogisticRegression(x, tensor(train.Labels, ScalarType.Int64), train.Classes);
        var solver = new Lbfgs(History, MaxIterations, Tolerance, regression.Precondition);
        var solution = solver.Minimise(regression.Start(), regression.At, pause);
        var scores = regression.Scores(solution.X, (test.Features.to(ScalarType.Float64) - mean) / deviation);
        return new ProbeOutcome(
            LabelRanks.Judge(scores, test.Labels),
            solution.LargestGradient <= Tolerance,
            solution.Iterations,
            solution.LargestGradient);
    }
}
