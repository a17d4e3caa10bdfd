using System.Collections.Immutable;
using System.Globalization;
using SimXir.Experiments;

namespace SimXir.Report;

/// <summary>One of the paper's tables with a sweep's figures in it, as texts that every format writes in its own way.</summary>
/// <param name="Layout">Which.</param>
/// <param name="Columns">The group that a column belongs to (a dataset, or empty) and its header (such as <c>k=5</c>, or empty).</param>
/// <param name="Sections">Titles (empty where the rows say it all) with their rows.</param>
/// <param name="Figures">What is in it, row by row.</param>
internal sealed record PaperTable(
    PaperLayout Layout,
    ImmutableArray<(string Group, string Header)> Columns,
    ImmutableArray<(string Title, ImmutableArray<PaperRow> Rows)> Sections,
    ImmutableArray<PaperEntry> Figures)
{
    public string Title => string.Create(CultureInfo.InvariantCulture, $"Table {Layout.Table}: {Layout.Caption}{(Layout.Pair.Length > 0 ? ", " : "")}{Layout.Pair}");

    /// <summary>The tables for which the sweep has figures, or cells that may come to have some.</summary>
    public static ImmutableArray<PaperTable> Of(SweepResult result)
    {
        var groups = TableGroup.Of(result).ToDictionary(group => (group.Dataset.Name, group.Method.Name));
        var metrics = MetricBlock.Of(result).SelectMany(block => block.Metrics).ToDictionary(metric => metric.Name);
        return [.. PaperLayout.All.Select(layout => new PaperTableBuilder(layout, groups, metrics).Build()).OfType<PaperTable>()];
    }
}
