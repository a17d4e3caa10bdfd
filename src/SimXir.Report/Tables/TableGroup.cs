using System.Collections.Immutable;
using SimXir.Experiments;

namespace SimXir.Report;

/// <summary>The cells of one dataset and method.</summary>
internal sealed class TableGroup
{
    private readonly Dictionary<(Treatment Treatment, int Seed), CellResult> _cells = [];

    private TableGroup(DatasetId dataset, MethodId method, IReadOnlyCollection<CellResult> cells, ImmutableArray<Treatment> treatments)
    {
        (Dataset, Method, Treatments) = (dataset, method, treatments);
        Seeds = [.. cells.Select(cell => cell.Seed).Distinct().Order()];
        foreach (var cell in cells) _cells.TryAdd((cell.Treatment, cell.Seed), cell);
    }

    public DatasetId Dataset { get; }

    public MethodId Method { get; }

    public string Title => $"{Dataset.Info.Title}, {Method.Info.Title}";

    /// <summary>The seeds that the sweep has of them.</summary>
    public ImmutableArray<int> Seeds { get; }

    /// <summary>All treatments of the sweep.</summary>
    public ImmutableArray<Treatment> Treatments { get; }

    public static ImmutableArray<TableGroup> Of(SweepResult result)
    {
        ImmutableArray<Treatment> treatments = [.. result.Cells.Select(cell => cell.Treatment).Distinct().Order()];
        var groups =
            from cell in result.Cells
            group cell by (cell.Dataset, cell.Method) into cells
            select new TableGroup(cells.Key.Dataset, cells.Key.Method, [.. cells], treatments);
        return [.. groups];
    }

    public CellResult? Find(Treatment treatment, int seed) => _cells.GetValueOrDefault((treatment, seed));

    /// <summary>The rows of a block: the encoders, then what each treatment gains over baseline.</summary>
    public IEnumerable<TableRow> Rows(MetricBlock block)
    {
        var encoders = Treatments.Select(treatment => EncoderRow.Of(this, treatment, block));
        if (!block.IsAccuracy || !Treatments.Contains(Treatment.Baseline)) return encoders;
        var tuned = Treatments.Where(treatment => treatment != Treatment.Baseline);
        return encoders.Concat(tuned.Select(treatment => GainRow.Of(this, treatment, block)));
    }
}
