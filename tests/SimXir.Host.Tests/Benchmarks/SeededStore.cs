using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using SimXir.Experiments;
using SimXir.Grid;
using SimXir.Method;
using SimXir.Store;

namespace SimXir.Host.Tests;

/// <summary>Fills a store with one sweep of thousands of cells, as if it had been trained, but for its last experiments.</summary>
internal sealed class SeededStore(IObjectStore store, int cells, int points)
{
    public const int Open = 40;
    private const int AtOnce = 16;
    private static readonly DateTimeOffset Began = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly int[] Neighbours = [5, 7, 11, 15, 17, 21];

    public static SweepId Sweep { get; } = new("seeded");

    /// <summary>All datasets and methods, as many seeds as it takes; the shipped dataset stands last, since only its experiments can go on.</summary>
    public SweepPlan Plan()
    {
        var datasets = Catalog.Datasets.Keys.OrderBy(name => name == "fashion-mnist-sample").Select(DatasetId.Parse).ToImmutableArray();
        var methods = Catalog.Methods.Keys.Select(MethodId.Parse).ToImmutableArray();
        var seeds = (int)Math.Ceiling(cells / (3.0 * datasets.Length * methods.Length));
        var sample = datasets[^1];
        var spec = new SweepSpec
        {
            Name = Sweep,
            Datasets = datasets,
            Methods = methods,
            Seeds = [.. Enumerable.Range(0, seeds)],
            Treatments = [Treatment.Baseline, Treatment.SimXir, Treatment.Variant],
            Backbone = new BackboneSpec { Width = 8 },
            Pretrain = new PretrainSpec { Epochs = 1, BlockEpochs = 1, Batch = 32 },
            Finetune = new FinetuneSpec { Epochs = 1, Batch = 32 },
            Subset = new SubsetSpec { Train = 64, Test = 16 },
        };
        var fingerprints = datasets.ToImmutableDictionary(id => id, id => id == sample ? new Datasets(dataFolder: null).Fingerprint(id) : new string('0', 64));
        return Planner.Expand(spec, Precision.Fp32, fingerprints);
    }

    public async Task WriteAsync(SweepPlan plan)
    {
        var ended = plan.Experiments[..^Open];
        await new SweepStore(store).WriteAsync(SpecWriter.Write(plan.Spec), plan);
        await Parallel.ForEachAsync(ended, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (experiment, _) => await WriteAsync(experiment));
        var state = new SweepState
        {
            PlanDigest = SweepPlans.DigestOf(plan),
            Submission = 1,
            State = CellState.Running,
            SubmittedAt = Began,
            Ended = ended.ToDictionary(experiment => experiment.Id, _ => CellState.Completed),
        };
        await store.CreateAsync(ObjectGrainStorage.NameOf("sweep", Sweep.Value), GrainStateJson.Write(state), CancellationToken.None);
    }

    private async Task WriteAsync(ExperimentPlan experiment)
    {
        foreach (var round in experiment.Rounds)
        {
            await store.CreateAsync(RoundNames.Manifest(round.Key), JsonSerializer.SerializeToUtf8Bytes(Manifest(round), CorridorJson.Options), CancellationToken.None);
            if (round.Recipe is not EvaluateRecipe) await store.CreateAsync(RoundNames.Metrics(round.Key, 1), Curve(), CancellationToken.None);
        }
        var state = new ExperimentState
        {
            Submission = 1,
            State = CellState.Completed,
            Rounds = experiment.Rounds.ToDictionary(round => round.Key, _ => new RoundEntry(RoundStatus.Completed)),
            Log = [new CausalEntry(Began, "started by submission 1"), new CausalEntry(Began, "ended: Completed")],
        };
        await store.CreateAsync(ObjectGrainStorage.NameOf("experiment", experiment.Id.ToString()), GrainStateJson.Write(state), CancellationToken.None);
    }

    private byte[] Curve()
    {
        var lines = new StringBuilder();
        for (var step = 0; step < points; step++)
            lines.Append(JsonSerializer.Serialize(new MetricPoint { Step = step, Epoch = step / 100, Loss = 1.0 / (step + 1), LearningRate = 0.03, ViewsPerSecond = 1500, At = Began.AddSeconds(step) }, CorridorJson.Options)).Append('\n');
        return Encoding.UTF8.GetBytes(lines.ToString());
    }

    private static RoundManifest Manifest(PlannedRound round)
    {
        var figures = Neighbours.ToImmutableSortedDictionary(k => k, k => 0.7 + (Convert.ToInt32(round.Key.Value[..3], 16) / 20000.0) - (k * 0.001));
        return new RoundManifest
        {
            Key = round.Key,
            Recipe = round.Recipe,
            Outcome = StopReason.Completed,
            Fence = 1,
            Attempts = 1,
            Training = round.Recipe is EvaluateRecipe ? null : new TrainingSummary(1, 1000, 0.001, 0.5, null),
            Evaluation = round.Recipe is EvaluateRecipe
                ? new EvaluationResult { Knn = new KnnResult(figures, figures), Linear = ImmutableSortedDictionary<ProbeKind, LinearResult>.Empty.Add(ProbeKind.Paper, new LinearResult(figures[5], 0.99)), FeatureSpread = 0.5 }
                : null,
            Environment = new RunEnvironment("cpu", 1, "seeded", "0", "0"),
            StartedAt = Began,
            CommittedAt = Began.AddMinutes(1),
            Ledger = new SlotLedger(UsefulSeconds: 50, StartupSeconds: 5, CheckpointSeconds: 5),
        };
    }
}
