using System.Text;

namespace SimXir.Report;

/// <summary>Text as LaTeX shows it as it is.</summary>
internal static class LatexText
{
    public static string Of(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var letter in text) escaped.Append(Of(letter));
        return escaped.ToString();
    }

    private static string Of(char letter) => letter switch
    {
        '±' => "$\\pm$",
        '†' => "$^\\dagger$",
        '*' => "$^*$",
        '<' => "$<$",
        '>' => "$>$",
        '|' => "$|$",
        '…' => "\\dots{}",
        '\\' => "\\textbackslash{}",
        '~' => "\\textasciitilde{}",
        '^' => "\\textasciicircum{}",
        '&' or '%' or '$' or '#' or '_' or '{' or '}' => "\\" + letter,
        '"' => "''",
        _ => letter.ToString(),
    };
}
