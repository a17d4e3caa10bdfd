using System.Text.RegularExpressions;

namespace SimXir.Report.Tests;

/// <summary>The structure of LaTeX, where no LaTeX is at hand to compile it.</summary>
internal static partial class LatexAssert
{
    public static void IsWhole(string text)
    {
        var open = new Stack<string>();
        foreach (Match match in Environments().Matches(text))
        {
            if (match.Groups[1].Value == "begin") open.Push(match.Groups[2].Value);
            else Assert.Equal(open.Pop(), match.Groups[2].Value);
        }
        Assert.Empty(open);
        Assert.Equal(text.Count(letter => letter == '{') - text.Split("\\{").Length, text.Count(letter => letter == '}') - text.Split("\\}").Length);
        Assert.All(text.Split('\n').Where(line => !line.StartsWith('%')), line => Assert.Equal(0, line.Count(letter => letter == '$') % 2));
        Assert.DoesNotMatch(@"(?m)^[^%\n]*(?<!\\)[_#]", text);
        foreach (Match table in Tabulars().Matches(text))
        {
            var columns = table.Groups[1].Value.Length;
            foreach (var row in table.Groups[2].Value.Split("\\\\\n").Select(row => row.Replace("\\hline", "", StringComparison.Ordinal).Trim()).Where(row => row.Length > 0))
                Assert.Equal(columns, Spans().Matches(row).Sum(span => int.Parse(span.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture) - 1) + row.Count(letter => letter == '&') + 1);
        }
        Assert.All(text, letter => Assert.True(letter < 128 || letter == '…', $"'{letter}' has no LaTeX"));
    }

    [GeneratedRegex(@"\\(begin|end)\{(\w+)\}")]
    private static partial Regex Environments();

    [GeneratedRegex(@"\\begin\{tabular\}\{(\w+)\}\n(.*?)\\end\{tabular\}", RegexOptions.Singleline)]
    private static partial Regex Tabulars();

    [GeneratedRegex(@"\\multicolumn\{(\d+)\}")]
    private static partial Regex Spans();
}
