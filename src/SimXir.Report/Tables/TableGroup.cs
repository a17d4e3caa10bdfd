using System.Collections.Immutable;
using SimXir.Experiments;

namespace SimXir.Report;

/// <summary>The cells of one dataset and method.</summary>
internal sealed class TableGroup
{
    private readonly Dictionary<(Treatment Treatment, int Seed), CellResult> _cells = [];

    private TableGroup(string title, IEnumerable<CellResult> cells, ImmutableArray<int> seeds, ImmutableArray<Treatment> treatments)
    {
        (Title, Seeds, Treatments) = (title, seeds, treatments);
        foreach (var cell in cells) _cells.TryAdd((cell.Treatment, cell.Seed), cell);
    }

    public string Title { get; }

    /// <summary>All seeds of the sweep: a cell that is not there counts as missing.</summary>
    public ImmutableArray<int> Seeds { get; }

    /// <summary>All treatments of the sweep.</summary>
    public ImmutableArray<Treatment> Treatments { get; }

    public static ImmutableArray<TableGroup> Of(SweepResult result)
    {
        ImmutableArray<int> seeds = [.. result.Cells.Select(cell => cell.Seed).Distinct().Order()];
        ImmutableArray<Treatment> treatments = [.. result.Cells.Select(cell => cell.Treatment).Distinct().Order()];
        var groups =
            from cell in result.Cells
            group cell by (cell.Dataset, cell.Method) into cells
            let title = $"{cells.Key.Dataset.Info.Title}, {cells.Key.Method.Info.Title}"
            select new TableGroup(title, cells, seeds, treatments);
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
