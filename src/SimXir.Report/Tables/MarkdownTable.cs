using System.Text;
using SimXir.Experiments;

namespace SimXir.Report;

/// <summary>GitHub-flavoured Markdown: a table for each kind of figure.</summary>
internal static class MarkdownTable
{
    public static string Write(SweepResult result)
    {
        var text = new StringBuilder();
        text.Append(TableNotes.Title(result)).Append('\n');
        foreach (var line in TableNotes.Legend(result)) text.Append('\n').Append(Escaped(line)).Append('\n');
        var groups = TableGroup.Of(result);
        foreach (var block in MetricBlock.Of(result))
        {
            text.Append("\n| ").Append(block.Title).Append(" | | n |");
            foreach (var metric in block.Metrics) text.Append(' ').Append(metric.Header).Append(" |");
            text.Append("\n| --- | --- | ---: |").Append(string.Concat(Enumerable.Repeat(" ---: |", block.Metrics.Length))).Append('\n');
            foreach (var group in groups)
            {
                foreach (var row in group.Rows(block)) WriteRow(text, group.Title, row, block.Metrics.Length);
            }
        }

        text.Append('\n');
        foreach (var note in TableNotes.Below(result)) text.Append("- ").Append(Escaped(note)).Append('\n');
        return text.ToString();
    }

    private static void WriteRow(StringBuilder text, string title, TableRow row, int columns)
    {
        text.Append("| ").Append(title).Append(" | ").Append(Escaped(row.Label)).Append(" | ").Append(row.Count).Append(" |");
        var values = row.Words is { } words ? Enumerable.Repeat("", columns - 1).Prepend(words) : row.Values;
        foreach (var value in values) text.Append(' ').Append(value).Append(" |");
        text.Append('\n');
    }

    public static string Escaped(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var letter in text)
        {
            if ("\\`*_<>[]|#".Contains(letter, StringComparison.Ordinal)) escaped.Append('\\');
            escaped.Append(letter);
        }

        return escaped.ToString();
    }
}
