using System.Collections.Immutable;
using SimXir.Experiments;
using SimXir.Method;
using SimXir.Worker;

namespace SimXir.Grid.Tests;

/// <summary>Carries rounds out at once; what it makes is the recipe's own, and encoders are judged as the test has chosen. Everything around the
/// rounds is real.</summary>
/// <param name="gain">Of a seed, in points over a baseline of 50 %; NaN where its fine-tuning diverges.</param>
internal sealed class ChosenGains(Func<int, double> gain) : IRoundRunner
{
    private readonly HashSet<RoundKey> _tuned = [];
    private readonly Lock _gate = new();
    private int _runs;

    public int Runs => Volatile.Read(ref _runs);

    public RoundOutput Run(RoundRecipe recipe, RoundInputs inputs, IRoundHost host)
    {
        Interlocked.Increment(ref _runs);
        host.AfterStep();
        if (recipe is FinetuneRecipe tuned)
        {
            lock (_gate) _tuned.Add(RecipeJson.KeyOf(recipe));
            if (double.IsNaN(gain(tuned.Seed))) return new RoundOutput(StopReason.Diverged, ImmutableDictionary<string, byte[]>.Empty, new TrainingSummary(1, 1, double.NaN, null, null), null);
        }
        return recipe is EvaluateRecipe evaluate
            ? new RoundOutput(StopReason.Completed, ImmutableDictionary<string, byte[]>.Empty, null, Judge(evaluate))
            : new RoundOutput(StopReason.Completed, new Dictionary<string, byte[]> { ["weights"] = Convert.FromHexString(RecipeJson.KeyOf(recipe).Value) }, null, null);
    }

    private EvaluationResult Judge(EvaluateRecipe recipe)
    {
        bool tuned;
        lock (_gate) tuned = _tuned.Contains(recipe.Parents[0]);
        var accuracy = 0.5 + (tuned ? gain(recipe.Seed) / 100 : 0);
        var knn = ImmutableSortedDictionary<int, double>.Empty.Add(5, 0.1 * recipe.Seed).Add(21, accuracy); // the largest k decides
        return new EvaluationResult { Knn = new KnnResult(knn, knn), Linear = ImmutableSortedDictionary<ProbeKind, LinearResult>.Empty, FeatureSpread = 0.5 };
    }
}
