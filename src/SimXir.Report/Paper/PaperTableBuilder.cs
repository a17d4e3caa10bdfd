using System.Collections.Immutable;
using SimXir.Experiments;

namespace SimXir.Report;

/// <summary>Fills one of the paper's layouts with what a sweep has.</summary>
internal sealed class PaperTableBuilder(
    PaperLayout layout,
    IReadOnlyDictionary<(string Dataset, string Method), TableGroup> groups,
    IReadOnlyDictionary<string, Metric> metrics)
{
    private readonly ImmutableArray<PaperEntry>.Builder _entries = ImmutableArray.CreateBuilder<PaperEntry>();

    /// <summary>Null where the sweep has nothing of the table.</summary>
    public PaperTable? Build()
    {
        var datasets = layout.Columns.Where(dataset => groups.Keys.Any(group => group.Dataset == dataset.Name)).ToList();
        var methods = PaperLayout.Methods.Where(method => groups.Keys.Any(group => group.Method == method)).ToList();
        var places = layout.Places.Where(place => metrics.ContainsKey(place.First) || metrics.ContainsKey(place.Second)).ToList();
        if (datasets.Count == 0 || methods.Count == 0 || places.Count == 0) return null;
        if (layout.IsByDataset)
        {
            var sections =
                from dataset in datasets
                from method in methods
                where groups.ContainsKey((dataset.Name, method))
                select ($"{dataset.Title}, {TitleOf(method)}", Rows(method, [.. places.Select(place => (dataset.Name, place))]));
            return new PaperTable(layout, [.. places.Select(place => ("", place.Header))], [.. sections], _entries.ToImmutable());
        }
        ImmutableArray<((string Name, string Title) Dataset, (string Header, string First, string Second) Place)> columns =
            [.. from dataset in datasets from place in places select (dataset, place)];
        ImmutableArray<(string, ImmutableArray<PaperRow>)> rows =
            [.. methods.Select(method => ("", Rows(method, [.. columns.Select(column => (column.Dataset.Name, column.Place))])))];
        return new PaperTable(layout, [.. columns.Select(column => (column.Dataset.Title, column.Place.Header))], rows, _entries.ToImmutable());
    }

    private static string TitleOf(string method) => MethodId.Parse(method).Info.Title;

    /// <summary>A method's rows: each of its encoders, the paper's below ours, and the gain below what has one.</summary>
    private ImmutableArray<PaperRow> Rows(string method, ImmutableArray<(string Dataset, (string Header, string First, string Second) Place)> columns)
    {
        var rows = ImmutableArray.CreateBuilder<PaperRow>();
        foreach (var treatment in layout.Treatments.Where(treatment => groups.Values.Any(group => group.Treatments.Contains(treatment))))
        {
            var pairs = columns.Select(column => (
                First: Compare(column.Dataset, method, treatment, column.Place.First),
                Second: Compare(column.Dataset, method, treatment, column.Place.Second))).ToList();
            Add(PaperRowKind.Ours, TitleOf(method) + Mark.Of(treatment), PaperText.Ours);
            Add(PaperRowKind.Theirs, "  the paper's", PaperText.Theirs);
            if (treatment == Treatment.Baseline) continue;
            Add(PaperRowKind.OurGain, $"  gain {Mark.Of(treatment)}", PaperText.OurGain);
            Add(PaperRowKind.TheirGain, "  the paper's", PaperText.TheirGain);
            Add(PaperRowKind.Test, "  p", PaperText.Test);
            Add(PaperRowKind.Verdict, "  verdict", PaperText.Verdict);

            void Add(PaperRowKind kind, string label, Func<ComparedFigure?, string> text) =>
                rows.Add(new PaperRow(kind, label, [.. pairs.Select(pair => PaperText.Pair(text(pair.First), text(pair.Second)))]));
        }
        return rows.ToImmutable();
    }

    private ComparedFigure? Compare(string dataset, string method, Treatment treatment, string figure)
    {
        if (!groups.TryGetValue((dataset, method), out var group) || !metrics.TryGetValue(figure, out var metric)) return null;
        var compared = ComparedFigure.Of(group, treatment, metric, PaperFigures.Find(layout.Table, dataset, method, treatment, layout.PaperName(figure)));
        _entries.Add(new PaperEntry(layout.Table, group.Dataset, group.Method, treatment, compared));
        return compared;
    }
}
