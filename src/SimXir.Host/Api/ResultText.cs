using SimXir.Experiments;
using SimXir.Report;

namespace SimXir.Host;

/// <summary>A sweep's figures as text, by the name of its form.</summary>
internal static class ResultText
{
    /// <summary>By the name of the form: its media type.</summary>
    public static IReadOnlyDictionary<string, string> Forms { get; } = new Dictionary<string, string>
    {
        ["text"] = "text/plain",
        ["md"] = "text/markdown",
        ["csv"] = "text/csv",
        ["latex"] = "application/x-latex",
        ["json"] = "application/json",
    };

    /// <exception cref="FormatException">There is no such form.</exception>
    public static string Of(SweepResult result, string form, bool isAgainstPaper)
    {
        if (!Forms.ContainsKey(form)) throw new FormatException($"format '{form}' is none; allowed are {string.Join(", ", Forms.Keys)}");
        return isAgainstPaper ? AgainstPaper(PaperComparison.Of(result), form) : Plain(result, form);
    }

    private static string Plain(SweepResult result, string form) => form switch
    {
        "md" => TableWriter.Markdown(result),
        "csv" => TableWriter.Csv(result),
        "latex" => TableWriter.Latex(result),
        "json" => TableWriter.Json(result),
        _ => TableWriter.Text(result),
    };

    private static string AgainstPaper(PaperComparison comparison, string form) => form switch
    {
        "md" => PaperWriter.Markdown(comparison),
        "csv" => PaperWriter.Csv(comparison),
        "latex" => PaperWriter.Latex(comparison),
        "json" => PaperWriter.Json(comparison),
        _ => PaperWriter.Text(comparison),
    };
}
