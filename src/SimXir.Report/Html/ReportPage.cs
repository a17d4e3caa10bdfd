using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace SimXir.Report;

/// <summary>A sweep as one HTML file that needs nothing else: figures are within it, and its policy lets a browser fetch nothing.</summary>
public static class ReportPage
{
    /// <exception cref="ReportException">No cell is completed.</exception>
    public static string Write(SweepReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        if (FinishedCells.FaultOf(report.Result) is { } fault) throw new ReportException(fault);
        var html = new StringBuilder();
        Head(html, report);
        PaperHtml.Write(html, report);
        Charts(html, "knn", "kNN accuracy against k", [.. KnnChart.Of(report.Result)]);
        Charts(html, "gains", "Gains", [.. GainChart.Of(report.Result)]);
        Charts(html, "curves", "Learning curves", [.. CurveChart.Of(report.Curves)]);
        if (SpreadChart.Of(report.Result) is { } spread) Charts(html, "spread", "Feature spread", [spread]);
        for (var i = 0; i < report.More.Length; i++) More(html, i, report.More[i]);
        BlocksHtml.Write(html, report.Result);
        LedgerHtml.Write(html, report);
        RecipeHtml.Write(html, report);
        return html.Append("</main>\n</body>\n</html>\n").ToString();
    }

    private static void Head(StringBuilder html, SweepReport report)
    {
        var title = HtmlText.Of($"Sweep {report.Result.Sweep}");
        html.Append("<!DOCTYPE html>\n<html lang=\"en-GB\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
            .Append("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; img-src data:; style-src 'unsafe-inline'\">\n<title>").Append(title)
            .Append("</title>\n<style>\n").Append(PageStyle.Css).Append("</style>\n</head>\n<body>\n<header>\n<h1>").Append(title).Append("</h1>\n<p class=\"state\">")
            .Append(HtmlText.Of(TableNotes.Title(report.Result)))
            .Append(HtmlText.Of(string.Create(CultureInfo.InvariantCulture, $". Report of {report.At:yyyy-MM-dd HH:mm} UTC."))).Append("</p>\n");
        html.Append("<nav aria-label=\"Sections\">\n<ul>\n");
        foreach (var (id, name) in Sections(report)) html.Append("<li><a href=\"#").Append(id).Append("\">").Append(HtmlText.Of(name)).Append("</a></li>\n");
        html.Append("</ul>\n</nav>\n</header>\n<main>\n");
    }

    private static IEnumerable<(string Id, string Name)> Sections(SweepReport report)
    {
        if (PaperComparison.FaultOf(report.Result) is null) yield return ("paper", "Against the paper");
        yield return ("knn", "kNN against k");
        if (GainChart.Of(report.Result).Any()) yield return ("gains", "Gains");
        if (!report.Curves.IsEmpty) yield return ("curves", "Learning curves");
        yield return ("spread", "Feature spread");
        for (var i = 0; i < report.More.Length; i++) yield return (IdOf(i), report.More[i].Title);
        foreach (var section in new[] { ("tables", "All figures"), ("ledger", "Slot time"), ("recipe", "Recipe"), ("versions", "Versions") }) yield return section;
    }

    private static void Charts(StringBuilder html, string id, string title, ImmutableArray<Chart> charts)
    {
        if (charts.IsEmpty) return;
        html.Heading(id, title);
        foreach (var chart in charts) html.Chart(chart);
    }

    private static void More(StringBuilder html, int index, ReportSection section)
    {
        html.Heading(IdOf(index), section.Title);
        foreach (var paragraph in section.Paragraphs) html.Paragraph(paragraph);
        if (section.Text.Length > 0) html.Preformatted(section.Text);
        foreach (var (caption, svg) in section.Figures) html.Svg(svg, caption);
    }

    private static string IdOf(int index) => string.Create(CultureInfo.InvariantCulture, $"more-{index + 1}");
}
