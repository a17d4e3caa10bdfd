using System.Text;

namespace SimXir.Report;

/// <summary>GitHub-flavoured Markdown.</summary>
internal static class PaperMarkdownWriter
{
    public static string Write(PaperComparison comparison)
    {
        var text = new StringBuilder();
        text.Append(TableNotes.Title(comparison.Result)).Append('\n');
        foreach (var line in PaperComparison.Legend) text.Append("\n- ").Append(MarkdownTable.Escaped(line));
        text.Append('\n');
        foreach (var table in comparison.Tables) Write(text, table);
        text.Append('\n');
        foreach (var note in comparison.Tables.Select(PaperComparison.Count).Where(count => count.Length > 0).Concat(comparison.Notes()))
            text.Append("- ").Append(MarkdownTable.Escaped(note)).Append('\n');
        return text.ToString();
    }

    private static void Write(StringBuilder text, PaperTable table)
    {
        text.Append("\n**").Append(MarkdownTable.Escaped(table.Title)).Append("**\n\n| |");
        foreach (var (group, header) in table.Columns) text.Append(' ').Append($"{group} {header}".Trim()).Append(" |");
        text.Append("\n| --- |").Append(string.Concat(Enumerable.Repeat(" --- |", table.Columns.Length))).Append('\n');
        foreach (var (title, rows) in table.Sections)
        {
            if (title.Length > 0) text.Append("| **").Append(title).Append("** |").Append(string.Concat(Enumerable.Repeat(" |", table.Columns.Length))).Append('\n');
            foreach (var row in rows)
            {
                text.Append("| ").Append(MarkdownTable.Escaped(row.Label.Trim())).Append(" |");
                foreach (var cell in row.Cells) text.Append(' ').Append(MarkdownTable.Escaped(cell)).Append(" |");
                text.Append('\n');
            }
        }
    }
}
