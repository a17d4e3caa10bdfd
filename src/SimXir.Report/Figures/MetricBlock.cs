using System.Collections.Immutable;
using System.Globalization;
using SimXir.Experiments;

namespace SimXir.Report;

/// <summary>Columns that are printed side by side.</summary>
/// <param name="Title">What they show, with the unit.</param>
/// <param name="Metrics">From left to right.</param>
/// <param name="IsAccuracy">Accuracies are printed in percent, and with their gains over baseline; other figures as they are.</param>
internal sealed record MetricBlock(string Title, ImmutableArray<Metric> Metrics, bool IsAccuracy)
{
    private static Metric Spread { get; } = new("spread", "feature_spread", cell => cell.FeatureSpread);

    /// <summary>The blocks of what some cell of the sweep has figures for.</summary>
    public static ImmutableArray<MetricBlock> Of(SweepResult result)
    {
        var blocks = ImmutableArray.CreateBuilder<MetricBlock>();
        Add("kNN cosine, top-1 %", Knn(result, "cosine", knn => knn.Cosine));
        Add("kNN Euclidean, top-1 %", Knn(result, "euclidean", knn => knn.Euclidean));
        foreach (var probe in result.Cells.SelectMany(cell => cell.Linear?.Keys ?? []).Distinct().Order())
            Add($"linear probe ({SpecWords.Of(probe)}), %", Linear(probe));
        if (result.Cells.Any(cell => cell.FeatureSpread is not null))
            blocks.Add(new MetricBlock("feature spread, 0 to 1", [Spread], IsAccuracy: false));
        return blocks.ToImmutable();

        void Add(string title, ImmutableArray<Metric> metrics)
        {
            if (!metrics.IsEmpty) blocks.Add(new MetricBlock(title, metrics, IsAccuracy: true));
        }
    }

    private static ImmutableArray<Metric> Knn(
        SweepResult result,
        string distance,
        Func<KnnResult, ImmutableSortedDictionary<int, double>> votes)
    {
        var neighbours = result.Cells.SelectMany(cell => cell.Knn is { } knn ? votes(knn).Keys : []).Distinct().Order();
        return
        [
            .. from k in neighbours
               let text = k.ToString(CultureInfo.InvariantCulture)
               select new Metric(
                   $"k={text}",
                   $"knn_{distance}_{text}",
                   cell => cell.Knn is { } knn && votes(knn).TryGetValue(k, out var accuracy) ? accuracy : null),
        ];
    }

    private static ImmutableArray<Metric> Linear(ProbeKind probe)
    {
        return [new Metric("top-1", Name("top1"), cell => Find(cell)?.Top1), new Metric("top-5", Name("top5"), cell => Find(cell)?.Top5)];

        LinearResult? Find(CellResult cell) => cell.Linear?.GetValueOrDefault(probe);
        string Name(string score) => $"linear_{SpecWords.Of(probe)}_{score}";
    }
}
