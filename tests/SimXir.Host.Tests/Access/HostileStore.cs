using System.Collections.Immutable;
using System.Text.Json;
using SimXir.Experiments;
using SimXir.Grid;
using SimXir.Method;
using SimXir.Store;

namespace SimXir.Host.Tests;

/// <summary>A store into which somebody has written markup wherever a text stands, and a silo that calls itself by markup.</summary>
internal static class HostileStore
{
    private static readonly DateTimeOffset At = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static SweepId Sweep { get; } = new("hostile");

    /// <summary>Would run in a page that took it for markup, and says where it came from.</summary>
    public static string Evil(string where) => $"</script></pre><img src=x onerror=\"window.pwned=1\"><script>window.pwned=1</script>{where}";

    /// <summary>One experiment: its baseline is done, its fine-tuning has failed.</summary>
    public static async Task<SweepPlan> WriteAsync(IObjectStore store)
    {
        var planned = Planner.Expand(
            SpecSource.Loaded(TestGrid.Spec(Sweep.Value, methods: "[simsiam]"), "hostile.yaml").Spec, Precision.Fp32, Fingerprints());
        var rounds = planned.Experiments[0].Rounds.Select((round, at) => round with { Title = Evil($"title-{at}") }).ToImmutableArray();
        var plan = planned with { Experiments = [planned.Experiments[0] with { Rounds = rounds }] };
        await new SweepStore(store).WriteAsync($"# {Evil("spec")}\n{SpecWriter.Write(plan.Spec)}", plan);
        var failed = rounds.First(round => round.Recipe is FinetuneRecipe);
        foreach (var round in rounds.TakeWhile(round => round != failed).Append(rounds.First(round => round.Recipe is EvaluateRecipe)).Distinct()) await CommitAsync(store, round);
        await store.CreateAsync(ObjectGrainStorage.NameOf("round", failed.Key.Value), GrainStateJson.Write(Failed(failed)), CancellationToken.None);
        await store.CreateAsync(ObjectGrainStorage.NameOf("experiment", plan.Experiments[0].Id.ToString()), GrainStateJson.Write(new ExperimentState
        {
            Submission = 1,
            State = CellState.Failed,
            Rounds = rounds.ToDictionary(round => round.Key, _ => new RoundEntry(RoundStatus.Failed, Reason: Evil("reason"))),
            Log = [new CausalEntry(At, Evil("experiment-log"))],
        }), CancellationToken.None);
        await store.CreateAsync(ObjectGrainStorage.NameOf("sweep", Sweep.Value), GrainStateJson.Write(new SweepState
        {
            PlanDigest = SweepPlans.DigestOf(plan),
            Submission = 1,
            State = CellState.Cancelled,
            Held = Evil("held"),
            Ended = new() { [plan.Experiments[0].Id] = CellState.Failed },
            Log = [new CausalEntry(At, Evil("sweep-log"))],
        }), CancellationToken.None);
        return plan;
    }

    /// <summary>As a process that reached the silos' ports could: a worker, and a round that it claims to run and one that waits.</summary>
    public static async Task JoinAsync(IGrainFactory grains, SweepPlan plan)
    {
        var pool = grains.GetGrain<IGpuPoolGrain>(IGpuPoolGrain.Default);
        var worker = new WorkerId("S127.0.0.1:1:1" + Evil("silo"), "cuda" + Evil("device"));
        await pool.Next(new SlotOffer(worker), TimeSpan.Zero);
        var (runs, waits) = (plan.Experiments[0].Rounds[0], plan.Experiments[0].Rounds.First(round => round.Recipe is FinetuneRecipe));
        await pool.Served(new WaitingRound(runs.Key, Sweep, new ServiceSpec(), []), worker);
        await pool.Offer(new WaitingRound(waits.Key, Sweep, new ServiceSpec { Needs = new NeedsSpec { MemoryGiB = 1000 } }, [worker]));
    }

    private static RoundState Failed(PlannedRound round) => new()
    {
        Recipe = round.Recipe,
        Title = round.Title,
        Status = RoundStatus.Failed,
        Fence = 1,
        Attempts = 1,
        Failures = new() { [StopReason.Bug] = 1 },
        Reason = Evil("reason"),
        Tried = [new WorkerId(Evil("silo"), Evil("device"))],
        Log = [new CausalEntry(At, Evil("round-log"))],
    };

    private static async Task CommitAsync(IObjectStore store, PlannedRound round)
    {
        var figures = ImmutableSortedDictionary<int, double>.Empty.Add(5, 0.7);
        await store.CreateAsync(RoundNames.Manifest(round.Key), JsonSerializer.SerializeToUtf8Bytes(new RoundManifest
        {
            Key = round.Key,
            Recipe = round.Recipe,
            Outcome = StopReason.Completed,
            Fence = 1,
            Attempts = 1,
            Training = round.Recipe is EvaluateRecipe ? null : new TrainingSummary(1, 1, 1, null, null),
            Evaluation = round.Recipe is EvaluateRecipe ? new EvaluationResult { Knn = new KnnResult(figures, figures), Linear = ImmutableSortedDictionary<ProbeKind, LinearResult>.Empty, FeatureSpread = 0.5 } : null,
            Notes = [Evil("note")],
            Environment = new RunEnvironment(Evil("environment-device"), 1, Evil("environment-host"), Evil("torch"), Evil("program")),
            StartedAt = At,
            CommittedAt = At,
            Ledger = new SlotLedger(UsefulSeconds: 1),
        }, CorridorJson.Options), CancellationToken.None);
    }

    private static ImmutableDictionary<DatasetId, string> Fingerprints()
    {
        var sample = DatasetId.Parse("fashion-mnist-sample");
        return ImmutableDictionary<DatasetId, string>.Empty.Add(sample, new Datasets(dataFolder: null).Fingerprint(sample));
    }
}
