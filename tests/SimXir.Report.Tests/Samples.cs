using System.Collections.Immutable;
using SimXir.Experiments;

namespace SimXir.Report.Tests;

/// <summary>Cells with figures that are easy to check by hand.</summary>
internal static class Samples
{
    public static readonly ImmutableArray<int> PaperNeighbours = [5, 7, 11, 15, 17, 21];

    public static SweepResult Sweep(CellState state, params ReadOnlySpan<CellResult> cells) =>
        new(new SweepId("mini"), state, [.. cells], new SlotLedger(UsefulSeconds: 230, StartupSeconds: 20, CheckpointSeconds: 2));

    /// <summary>A judged cell: kNN is <paramref name="accuracy"/> less a tenth of a point for each neighbour above 5, Euclidean one
    /// point less than cosine, linear five points more.</summary>
    public static CellResult Judged(
        string dataset,
        Treatment treatment,
        int seed,
        double accuracy,
        double spread = 0.5,
        params ReadOnlySpan<int> neighbours)
    {
        ImmutableArray<int> ks = neighbours.IsEmpty ? PaperNeighbours : [.. neighbours];
        return new CellResult
        {
            Dataset = DatasetId.Parse(dataset),
            Method = MethodId.Parse("simsiam"),
            Seed = seed,
            Treatment = treatment,
            State = CellState.Completed,
            Knn = new KnnResult(
                ks.ToImmutableSortedDictionary(k => k, k => Math.Round(accuracy - (0.001 * (k - 5)), 6)),
                ks.ToImmutableSortedDictionary(k => k, k => Math.Round(accuracy - 0.01 - (0.001 * (k - 5)), 6))),
            Linear = ImmutableSortedDictionary<ProbeKind, LinearResult>.Empty
                .Add(ProbeKind.Converged, new LinearResult(Math.Round(accuracy + 0.05, 6), 0.99)),
            FeatureSpread = spread,
            Weights = "sha256:" + new string('a', 64),
            Attempts = 1,
        };
    }

    public static CellResult Unjudged(string dataset, Treatment treatment, int seed, CellState state, string? reason = null) => new()
    {
        Dataset = DatasetId.Parse(dataset),
        Method = MethodId.Parse("simsiam"),
        Seed = seed,
        Treatment = treatment,
        State = state,
        Attempts = 1,
        Reason = reason,
    };

    /// <summary>One dataset, one seed, all treatments.</summary>
    public static SweepResult Quick { get; } = Sweep(
        CellState.Completed,
        Judged("fashion-mnist-sample", Treatment.Baseline, 0, 0.70),
        Judged("fashion-mnist-sample", Treatment.SimXir, 0, 0.7041) with { Cached = true },
        Judged("fashion-mnist-sample", Treatment.Variant, 0, 0.695));

    /// <summary>A cell with figures and one without.</summary>
    public static SweepResult Small { get; } = Sweep(
        CellState.Failed,
        Judged("svhn", Treatment.Baseline, 0, 0.853, 0.5, 5, 7),
        Unjudged("svhn", Treatment.SimXir, 0, CellState.Failed, "the file \"train|_32x32.mat\" has no X,\nsee *data check*"));

    /// <summary>Two datasets and three seeds, with all that can go wrong.</summary>
    public static SweepResult Troubled { get; } = Sweep(
        CellState.Running,
        Judged("cifar10", Treatment.Baseline, 0, 0.40),
        Judged("cifar10", Treatment.SimXir, 0, 0.41),
        Unjudged("cifar10", Treatment.Variant, 0, CellState.Failed, "out of memory,\nthree times: \"batch 512\""),
        Judged("cifar10", Treatment.Baseline, 1, 0.50, spread: 0.012),
        Judged("cifar10", Treatment.SimXir, 1, 0.53),
        Unjudged("cifar10", Treatment.Variant, 1, CellState.Running),
        Unjudged("cifar10", Treatment.Baseline, 2, CellState.Diverged, "the loss became NaN in epoch 3"),
        Judged("cifar10", Treatment.SimXir, 2, 0.60),
        Unjudged("svhn", Treatment.Baseline, 0, CellState.Waiting));
}
