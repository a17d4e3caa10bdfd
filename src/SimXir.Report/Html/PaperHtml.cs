using System.Text;

namespace SimXir.Report;

/// <summary>The section that holds a sweep against the paper; nothing where the paper has none of its figures.</summary>
internal static class PaperHtml
{
    public static void Write(StringBuilder html, SweepReport report)
    {
        if (PaperComparison.FaultOf(report.Result) is not null) return;
        var comparison = PaperComparison.Of(report.Result);
        html.Heading("paper", "Against the paper");
        var others = Departures.Of(report.Spec).Count;
        if (others > 0) html.Paragraph($"The sweep's recipe is the paper's but for {others} setting{(others == 1 ? "" : "s")}, which the recipe below lists: what is not reproduced here is not reproduced under this recipe.");
        html.List(PaperComparison.Legend);
        html.List(comparison.Tables.Select(PaperComparison.Count).Where(count => count.Length > 0));
        foreach (var table in comparison.Tables) html.Table(table.Title, rows => Write(rows, table));
        html.List(comparison.Notes());
    }

    private static void Write(StringBuilder html, PaperTable table)
    {
        html.Append("<thead>\n");
        if (table.Columns[0].Group.Length > 0)
        {
            html.Append("<tr><td></td>");
            foreach (var group in table.Columns.GroupBy(column => column.Group)) html.Append("<th scope=\"colgroup\" colspan=\"").Append(group.Count()).Append("\">").Append(HtmlText.Of(group.Key)).Append("</th>");
            html.Append("</tr>\n");
        }
        if (table.Columns.Any(column => column.Header.Length > 0))
        {
            html.Append("<tr><td></td>");
            foreach (var column in table.Columns) html.Append("<th scope=\"col\">").Append(HtmlText.Of(column.Header)).Append("</th>");
            html.Append("</tr>\n");
        }
        html.Append("</thead>\n");
        foreach (var (title, rows) in table.Sections)
        {
            html.Append("<tbody>\n");
            if (title.Length > 0) html.Append("<tr><th scope=\"rowgroup\" colspan=\"").Append(table.Columns.Length + 1).Append("\">").Append(HtmlText.Of(title)).Append("</th></tr>\n");
            foreach (var row in rows)
            {
                html.Append("<tr class=\"").Append(row.Kind.ToString().ToLowerInvariant()).Append("\"><th scope=\"row\">").Append(HtmlText.Of(row.Label.Trim())).Append("</th>");
                foreach (var cell in row.Cells) html.Append("<td>").Append(row.Kind == PaperRowKind.Verdict ? Marked(cell) : HtmlText.Of(cell)).Append("</td>");
                html.Append("</tr>\n");
            }
            html.Append("</tbody>\n");
        }
    }

    /// <summary>In colour too, never in colour alone.</summary>
    private static string Marked(string verdicts) => string.Join(" / ", verdicts.Split(" / ").Select(verdict => verdict switch
    {
        "yes" or "no" => $"<b class=\"{verdict}\">{verdict}</b>",
        _ => HtmlText.Of(verdict),
    }));
}
