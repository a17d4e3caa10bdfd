using System.Text;
using SimXir.Experiments;

namespace SimXir.Report;

/// <summary>LaTeX tables to <c>\input</c>, one for each kind of figure and each dataset; of packages they need <c>graphicx</c> alone, which fits wide ones to the
/// text's width.</summary>
internal static class LatexTable
{
    private const int MostThatFit = 3;

    public static string Write(SweepResult result)
    {
        var text = new StringBuilder();
        text.Append("% ").Append(TableNotes.Title(result)).Append("\n% needs \\usepackage{graphicx}, and UTF-8, which LaTeX has by itself since 2018\n");
        foreach (var block in MetricBlock.Of(result))
        {
            foreach (var groups in TableGroup.Of(result).GroupBy(group => group.Dataset)) Write(text, block, groups.Key.Info.Title, [.. groups]);
        }
        text.Append("\n\\begin{itemize}\\footnotesize\n");
        foreach (var note in TableNotes.Legend(result).Concat(TableNotes.Below(result))) text.Append("\\item ").Append(LatexText.Of(note)).Append('\n');
        return text.Append("\\end{itemize}\n").ToString();
    }

    private static void Write(StringBuilder text, MetricBlock block, string dataset, IReadOnlyList<TableGroup> groups)
    {
        var fits = block.Metrics.Length <= MostThatFit;
        text.Append("\n\\begin{table}\n\\centering\n\\caption{").Append(LatexText.Of($"{dataset}: {block.Title}")).Append("}\n").Append(fits ? "" : "\\resizebox{\\textwidth}{!}{%\n")
            .Append("\\begin{tabular}{lr").Append('r', block.Metrics.Length).Append("}\n\\hline\n & n");
        foreach (var metric in block.Metrics) text.Append(" & ").Append(LatexText.Of(metric.Header));
        text.Append(" \\\\\n");
        foreach (var group in groups)
        {
            text.Append("\\hline\n\\multicolumn{").Append(block.Metrics.Length + 2).Append("}{l}{").Append(LatexText.Of(group.Method.Info.Title)).Append("} \\\\\n");
            foreach (var row in group.Rows(block)) WriteRow(text, row, block.Metrics.Length);
        }
        text.Append("\\hline\n\\end{tabular}").Append(fits ? "" : "}").Append("\n\\end{table}\n");
    }

    private static void WriteRow(StringBuilder text, TableRow row, int columns)
    {
        text.Append("\\quad ").Append(LatexText.Of(row.Label)).Append(" & ").Append(row.Count);
        if (row.Words is { } words) text.Append(" & \\multicolumn{").Append(columns).Append("}{l}{").Append(LatexText.Of(words)).Append('}');
        else foreach (var value in row.Values) text.Append(" & ").Append(LatexText.Of(value));
        text.Append(" \\\\\n");
    }
}
