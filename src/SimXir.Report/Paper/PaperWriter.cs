using System.Globalization;
using System.Text;
using System.Text.Json;
using SimXir.Experiments;

namespace SimXir.Report;

/// <summary>A <see cref="PaperComparison"/> as text; every form ends with a line feed.</summary>
public static class PaperWriter
{
    /// <param name="comparison">What to write.</param>
    /// <param name="width">Characters; a table that is wider is cut into several.</param>
    public static string Text(PaperComparison comparison, int width = TableWriter.DefaultWidth)
    {
        ArgumentNullException.ThrowIfNull(comparison);
        return PaperTextWriter.Write(comparison, width);
    }

    public static string Markdown(PaperComparison comparison)
    {
        ArgumentNullException.ThrowIfNull(comparison);
        return PaperMarkdownWriter.Write(comparison);
    }

    public static string Latex(PaperComparison comparison)
    {
        ArgumentNullException.ThrowIfNull(comparison);
        return PaperLatexWriter.Write(comparison);
    }

    /// <summary>One line for each figure of each encoder, in full precision.</summary>
    public static string Csv(PaperComparison comparison)
    {
        ArgumentNullException.ThrowIfNull(comparison);
        var text = new StringBuilder();
        CsvTable.Line(text, ["table", "dataset", "method", "treatment", "figure", "seeds", "n", "missing", "collapsed", "mean", "half_width", "paper",
            "gain_n", "gain", "gain_half_width", "p", "paper_gain", "verdict", "more_seeds"]);
        foreach (var row in Records(comparison))
        {
            CsvTable.Line(text, [Of(row.Table), row.Dataset, row.Method, SpecWords.Of(row.Treatment), row.Figure, Of(row.Seeds), Of(row.N), row.Missing ?? "", row.Collapsed ? "true" : "false",
                Of(row.Mean), Of(row.HalfWidth), Of(row.Paper), Of(row.GainN), Of(row.Gain), Of(row.GainHalfWidth), Of(row.P), Of(row.PaperGain), row.Verdict ?? "", Of(row.MoreSeeds)]);
        }
        return text.ToString();

        static string Of(IFormattable? value) => value?.ToString(null, CultureInfo.InvariantCulture) ?? "";
    }

    /// <summary>One object on one line: the sweep, its state, and a record for each figure of each encoder.</summary>
    public static string Json(PaperComparison comparison)
    {
        ArgumentNullException.ThrowIfNull(comparison);
        var (result, figures) = (comparison.Result, Records(comparison));
        return JsonSerializer.Serialize(new { result.Sweep, result.State, Against = "paper", Figures = figures }, CorridorJson.Options) + "\n";
    }

    private static IEnumerable<PaperRecord> Records(PaperComparison comparison) => comparison.Tables.SelectMany(table => table.Figures).Select(PaperRecord.Of);
}
