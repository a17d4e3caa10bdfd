using System.Collections.Immutable;
using System.Text;
using SimXir.Experiments;

namespace SimXir.Report;

/// <summary>Tables for a terminal: one block for each kind of figure, aligned with spaces, no wider than asked where a single
/// column fits at all.</summary>
internal sealed class TextTable(SweepResult result, int width)
{
    private const string Gap = "  ";
    private readonly StringBuilder _text = new();

    public string Write(bool hasLedger = true)
    {
        _text.Append(TableNotes.Title(result)).Append('\n');
        foreach (var line in TableNotes.Legend(result)) _text.Append(line).Append('\n');
        var groups = TableGroup.Of(result);
        var blocks = MetricBlock.Of(result);
        foreach (var block in blocks) WriteBlock(block, [.. groups.Select(group => (group.Title, group.Rows(block).ToImmutableArray()))]);
        if (blocks.IsEmpty) _text.Append("\nNo cell has a figure yet.\n");
        _text.Append('\n');
        foreach (var note in TableNotes.Below(result, hasLedger)) _text.Append(note).Append('\n');
        return _text.ToString();
    }

    private void WriteBlock(MetricBlock block, ImmutableArray<(string Title, ImmutableArray<TableRow> Rows)> groups)
    {
        var rows = groups.SelectMany(group => group.Rows).ToList();
        var label = rows.Max(row => row.Label.Length) + Gap.Length;
        var count = rows.Max(row => row.Count.Length);
        var columns = block.Metrics
            .Select((metric, i) => rows.Where(row => row.Words is null).Select(row => row.Values[i].Length).Append(metric.Header.Length).Max())
            .ToList();
        for (var from = 0; from < columns.Count;)
        {
            var to = Fitting(columns, from, width - label - Gap.Length - count);
            _text.Append('\n').Append(block.Title).Append('\n');
            Line("", "n", [.. block.Metrics.Select(metric => metric.Header)], words: null);
            foreach (var (title, body) in groups)
            {
                _text.Append(title).Append('\n');
                foreach (var row in body) Line(Gap + row.Label, row.Count, row.Values, row.Words);
            }

            from = to;

            void Line(string head, string n, ImmutableArray<string> values, string? words)
            {
                _text.Append(head.PadRight(label)).Append(Gap).Append(n.PadLeft(count));
                if (words is not null) _text.Append(Gap).Append(words);
                else for (var i = from; i < to; i++) _text.Append(Gap).Append(values[i].PadLeft(columns[i]));
                _text.Append('\n');
            }
        }
    }

    /// <summary>The end of the columns that fit beside each other, at least one.</summary>
    private static int Fitting(List<int> columns, int from, int space)
    {
        var to = from;
        do space -= Gap.Length + columns[to++];
        while (to < columns.Count && space >= Gap.Length + columns[to]);
        return to;
    }
}
