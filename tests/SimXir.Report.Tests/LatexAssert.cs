using System.Diagnostics;
using System.Text.RegularExpressions;
using SimXir.Testing;

namespace SimXir.Report.Tests;

/// <summary>The structure of LaTeX: what makes a LaTeX stop. Where one is installed (Debian: <c>texlive-latex-base</c>), it compiles the text too.</summary>
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
        if (Environment.GetEnvironmentVariable("PATH")?.Split(Path.PathSeparator).Select(folder => Path.Combine(folder, "pdflatex")).FirstOrDefault(File.Exists) is { } latex) Compile(latex, text);
    }

    private static void Compile(string latex, string text)
    {
        using var folder = new TempDirectory();
        File.WriteAllText(folder.Combine("table.tex"), $"\\documentclass{{article}}\n\\usepackage{{graphicx}}\n\\begin{{document}}\n{text}\\end{{document}}\n");
        using var process = Process.Start(new ProcessStartInfo(latex, ["-interaction=nonstopmode", "-halt-on-error", "table.tex"]) { WorkingDirectory = folder.Path, RedirectStandardOutput = true })!;
        var told = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, told);
    }

    [GeneratedRegex(@"\\(begin|end)\{(\w+)\}")]
    private static partial Regex Environments();

    [GeneratedRegex(@"\\begin\{tabular\}\{(\w+)\}\n(.*?)\\end\{tabular\}", RegexOptions.Singleline)]
    private static partial Regex Tabulars();

    [GeneratedRegex(@"\\multicolumn\{(\d+)\}")]
    private static partial Regex Spans();
}
