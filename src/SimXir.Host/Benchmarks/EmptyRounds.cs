using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using SimXir.Experiments;
using SimXir.Method;
using SimXir.Worker;

namespace SimXir.Host;

/// <summary>Rounds that compute nothing: one step, one measurement, and a result of 32 bytes that is the recipe's own. All around them is
/// as with real ones: lease, head, metrics, parts, manifest.</summary>
internal sealed class EmptyRounds(TimeProvider time) : IRoundRunner
{
    private readonly TaskCompletionSource<long> _first = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>The timestamp at which the first round began.</summary>
    public Task<long> First => _first.Task;

    public RoundOutput Run(RoundRecipe recipe, RoundInputs inputs, IRoundHost host)
    {
        _first.TrySetResult(time.GetTimestamp());
        host.AfterStep();
        host.Progress(new RoundProgress(1, 1, 1, 1, 0, null, 0, null));
        host.Record(new MetricRecord(1, 1, 0, 0, null, null, 0));
        return recipe is EvaluateRecipe
            ? new RoundOutput(StopReason.Completed, ImmutableDictionary<string, byte[]>.Empty, null, Judged)
            : new RoundOutput(StopReason.Completed, new Dictionary<string, byte[]> { ["weights"] = SHA256.HashData(Encoding.UTF8.GetBytes(RecipeJson.Canonical(recipe))) }, null, null);
    }

    private static EvaluationResult Judged { get; } = new()
    {
        Knn = new KnnResult(ImmutableSortedDictionary<int, double>.Empty, ImmutableSortedDictionary<int, double>.Empty),
        Linear = ImmutableSortedDictionary<ProbeKind, LinearResult>.Empty,
        FeatureSpread = 0,
    };
}
