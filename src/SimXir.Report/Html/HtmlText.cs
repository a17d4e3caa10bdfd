using System.Net;
using System.Text;

namespace SimXir.Report;

/// <summary>Pieces of HTML.</summary>
internal static class HtmlText
{
    /// <summary>Text as a browser shows it as it is.</summary>
    public static string Of(string text) => WebUtility.HtmlEncode(text);

    public static StringBuilder Heading(this StringBuilder html, string id, string title) => html.Append("<h2 id=\"").Append(id).Append("\">").Append(Of(title)).Append("</h2>\n");

    public static StringBuilder Paragraph(this StringBuilder html, string text) => html.Append("<p>").Append(Of(text)).Append("</p>\n");

    public static StringBuilder List(this StringBuilder html, IEnumerable<string> entries)
    {
        html.Append("<ul>\n");
        foreach (var entry in entries) html.Append("<li>").Append(Of(entry)).Append("</li>\n");
        return html.Append("</ul>\n");
    }

    /// <summary>Long texts, as they are.</summary>
    public static StringBuilder Preformatted(this StringBuilder html, string text) => html.Append("<pre tabindex=\"0\">").Append(Of(text)).Append("</pre>\n");

    /// <summary>A wide table scrolls by itself, also by keyboard.</summary>
    /// <param name="html">The page.</param>
    /// <param name="caption">What the table shows.</param>
    /// <param name="rows">Its head and body.</param>
    public static StringBuilder Table(this StringBuilder html, string caption, Action<StringBuilder> rows)
    {
        html.Append("<div class=\"wide\" tabindex=\"0\" role=\"region\" aria-label=\"").Append(Of(caption)).Append("\">\n<table>\n<caption>").Append(Of(caption)).Append("</caption>\n");
        rows(html);
        return html.Append("</table>\n</div>\n");
    }
}
