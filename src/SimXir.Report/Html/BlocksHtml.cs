using System.Text;
using SimXir.Experiments;

namespace SimXir.Report;

/// <summary>Every figure of the sweep, as <c>simxir table</c> prints them.</summary>
internal static class BlocksHtml
{
    public static void Write(StringBuilder html, SweepResult result)
    {
        html.Heading("tables", "All figures").List(TableNotes.Legend(result));
        var groups = TableGroup.Of(result);
        foreach (var block in MetricBlock.Of(result))
        {
            html.Table(block.Title, rows =>
            {
                rows.Append("<thead>\n<tr><td></td><th scope=\"col\">n</th>");
                foreach (var metric in block.Metrics) rows.Append("<th scope=\"col\">").Append(HtmlText.Of(metric.Header)).Append("</th>");
                rows.Append("</tr>\n</thead>\n");
                foreach (var group in groups) Write(rows, group, block);
            });
        }
        html.List(TableNotes.Below(result));
    }

    private static void Write(StringBuilder html, TableGroup group, MetricBlock block)
    {
        html.Append("<tbody>\n<tr><th scope=\"rowgroup\" colspan=\"").Append(block.Metrics.Length + 2).Append("\">").Append(HtmlText.Of(group.Title)).Append("</th></tr>\n");
        foreach (var row in group.Rows(block))
        {
            html.Append("<tr><th scope=\"row\">").Append(HtmlText.Of(row.Label)).Append("</th><td>").Append(HtmlText.Of(row.Count)).Append("</td>");
            if (row.Words is { } words) html.Append("<td colspan=\"").Append(block.Metrics.Length).Append("\">").Append(HtmlText.Of(words)).Append("</td>");
            else foreach (var value in row.Values) html.Append("<td>").Append(HtmlText.Of(value)).Append("</td>");
            html.Append("</tr>\n");
        }
        html.Append("</tbody>\n");
    }
}
