using System.Text;

namespace SimXir.Report;

/// <summary>Figures within a page: as images of their own, so that nothing in one touches another or the page.</summary>
internal static class ChartHtml
{
    public static StringBuilder Chart(this StringBuilder html, Chart chart)
    {
        html.Append("<figure>\n");
        if (chart.Legend is { } legend) Image(html, legend.ToSvg(), legend.Caption).Append("<br>\n");
        Image(html, chart.Figure.ToSvg(), chart.Figure.Caption);
        return html.Append("<figcaption>").Append(HtmlText.Of(chart.Figure.Caption)).Append("</figcaption>\n</figure>\n");
    }

    public static StringBuilder Svg(this StringBuilder html, string svg, string caption)
    {
        html.Append("<figure>\n");
        Image(html, svg, caption);
        return html.Append("<figcaption>").Append(HtmlText.Of(caption)).Append("</figcaption>\n</figure>\n");
    }

    private static StringBuilder Image(StringBuilder html, string svg, string what) => html.Append("<img alt=\"").Append(HtmlText.Of(what))
        .Append("\" src=\"data:image/svg+xml;base64,").Append(Convert.ToBase64String(Encoding.UTF8.GetBytes(svg))).Append("\">\n");
}
