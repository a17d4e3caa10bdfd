using System.Collections.Immutable;
using SimXir.Experiments;
using SimXir.Method;
using SimXir.Worker;

namespace SimXir.Host.Tests;

/// <summary>Rounds of the real grid that compute nothing: they take as many steps as they are let, and tell of each as training does.</summary>
internal sealed class SteppedRounds : IRoundRunner, IDisposable
{
    private static readonly int[] Neighbours = [5, 7, 11];
    public const int Steps = 40;
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(20);
    private readonly SemaphoreSlim _steps = new(0);
    private volatile bool _free;

    /// <summary>Lets the rounds take so many more steps, all together.</summary>
    public void Let(int steps) => _steps.Release(steps);

    /// <summary>Lets them end by themselves.</summary>
    public void LetAll() => _free = true;

    public void Dispose() => _steps.Dispose();

    public RoundOutput Run(RoundRecipe recipe, RoundInputs inputs, IRoundHost host)
    {
        if (recipe is EvaluateRecipe) return new RoundOutput(StopReason.Completed, ImmutableDictionary<string, byte[]>.Empty, null, Judged(recipe));
        for (var step = 1; step <= Steps; step++)
        {
            while (!_free && !_steps.Wait(Look))
            {
                if (IsStop(host.AfterStep())) return Stopped;
            }
            if (IsStop(host.AfterStep())) return Stopped;
            host.Record(new MetricRecord(step, step / 10, 1.0 / step, 0.03, step % 10 == 0 ? 0.5 + (step * 0.005) : null, step % 10 == 0 ? 0.8 : null, 1500));
            host.Progress(new RoundProgress(step / 10, Steps / 10, step, Steps, 1.0 / step, 0.5, 1500, TimeSpan.FromSeconds(Steps - step)));
        }
        return new RoundOutput(StopReason.Completed, new Dictionary<string, byte[]> { ["weights"] = [1, 2, 3] }, new TrainingSummary(4, Steps, 1.0 / Steps, 0.8, 0.7), null);
    }

    private static RoundOutput Stopped => new(StopReason.Preempted, ImmutableDictionary<string, byte[]>.Empty, null, null);

    private static bool IsStop(StepRequest request) => request is StepRequest.CheckpointAndStop or StepRequest.Stop;

    private static EvaluationResult Judged(RoundRecipe recipe)
    {
        var digit = Convert.ToInt32(RecipeJson.KeyOf(recipe).Value[..2], 16) / 2560.0; // another figure for each recipe
        var figures = Neighbours.ToImmutableSortedDictionary(k => k, k => 0.8 + digit - (k * 0.001));
        return new EvaluationResult
        {
            Knn = new KnnResult(figures, figures),
            Linear = ImmutableSortedDictionary<ProbeKind, LinearResult>.Empty.Add(ProbeKind.Paper, new LinearResult(0.82 + digit, 0.99)),
            FeatureSpread = 0.8,
        };
    }
}
