using System.Text;

namespace SimXir.Report;

/// <summary>LaTeX tables to <c>\input</c>; of packages they need <c>graphicx</c> alone, which fits them to the text's width.</summary>
internal static class PaperLatexWriter
{
    public static string Write(PaperComparison comparison)
    {
        var text = new StringBuilder();
        text.Append("% ").Append(TableNotes.Title(comparison.Result)).Append("\n% needs \\usepackage{graphicx}, and UTF-8, which LaTeX has by itself since 2018\n");
        foreach (var table in comparison.Tables) Write(text, table);
        text.Append("\n\\begin{itemize}\\footnotesize\n");
        foreach (var note in PaperComparison.Legend.Concat(comparison.Tables.Select(PaperComparison.Count).Where(count => count.Length > 0)).Concat(comparison.Notes()))
            text.Append("\\item ").Append(LatexText.Of(note)).Append('\n');
        return text.Append("\\end{itemize}\n").ToString();
    }

    private static void Write(StringBuilder text, PaperTable table)
    {
        text.Append("\n\\begin{table}\n\\centering\n\\caption{").Append(LatexText.Of(table.Title)).Append("}\n\\resizebox{\\textwidth}{!}{%\n\\begin{tabular}{l")
            .Append('l', table.Columns.Length).Append("}\n\\hline\n");
        if (table.Columns[0].Group.Length > 0)
        {
            foreach (var group in table.Columns.GroupBy(column => column.Group))
                text.Append(" & \\multicolumn{").Append(group.Count()).Append("}{l}{").Append(LatexText.Of(group.Key)).Append('}');
            text.Append(" \\\\\n");
        }
        if (table.Columns.Any(column => column.Header.Length > 0)) Line(text, "", table.Columns.Select(column => column.Header));
        foreach (var (title, rows) in table.Sections)
        {
            text.Append("\\hline\n");
            if (title.Length > 0) text.Append("\\multicolumn{").Append(table.Columns.Length + 1).Append("}{l}{").Append(LatexText.Of(title)).Append("} \\\\\n");
            foreach (var row in rows) Line(text, row.Label, row.Cells);
        }
        text.Append("\\hline\n\\end{tabular}}\n\\end{table}\n");
    }

    private static void Line(StringBuilder text, string label, IEnumerable<string> cells)
    {
        // An opening bracket after a line's \\ would be read as its optional argument: no line begins with one.
        text.Append(label.StartsWith("  ", StringComparison.Ordinal) ? "\\quad " : "").Append(LatexText.Of(label.Trim()));
        foreach (var cell in cells) text.Append(" & ").Append(LatexText.Of(cell));
        text.Append(" \\\\\n");
    }
}
