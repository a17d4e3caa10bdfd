using System.Collections.Immutable;
using System.Globalization;
using SimXir.Experiments;

namespace SimXir.Report;

/// <summary>A sweep's figures in the layout of the paper's tables, beside the paper's own.</summary>
public sealed class PaperComparison
{
    private PaperComparison(SweepResult result, ImmutableArray<PaperTable> tables) => (Result, Tables) = (result, tables);

    internal SweepResult Result { get; }

    internal ImmutableArray<PaperTable> Tables { get; }

    /// <exception cref="ReportException">No cell has a figure, or none is of a dataset and a method that the paper has figures for.</exception>
    public static PaperComparison Of(SweepResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        if (FaultOf(result) is { } fault) throw new ReportException(fault);
        return new PaperComparison(result, PaperTable.Of(result));
    }

    /// <summary>Null where there is something to compare.</summary>
    internal static string? FaultOf(SweepResult result)
    {
        if (FinishedCells.FaultOf(result) is { } nothing) return nothing;
        if (!PaperTable.Of(result).IsEmpty) return null;
        var datasets = string.Join(", ", result.Cells.Select(cell => cell.Dataset.Name).Distinct());
        var methods = string.Join(", ", result.Cells.Select(cell => cell.Method.Name).Distinct());
        return $"the paper has no figure that sweep '{result.Sweep}' has: its tables are of svhn, cifar10 and cifar100 with {string.Join(", ", PaperLayout.Methods)}, "
            + $"neighbours 5, 7, 11, 15, 17, 21 and linear probes, the sweep is of {datasets} with {methods}; leave --against out";
    }

    /// <summary>How to read the tables.</summary>
    internal static ImmutableArray<string> Legend { get; } =
    [
        "* SimXIR (eq. 3.1), † its variant (eq. 3.2); ours are means over seeds ± half of their 95 % interval (Student's t); the paper prints single runs",
        "gains are points over baseline, paired by seed; p is of the two-sided paired t-test that there is none, not corrected for how many are tested",
        "verdict: yes, the interval lies on the paper's side of 0; no, it holds nothing as large as the paper's gain, or lies on the other side; open, neither: "
        + "+4 says that four more seeds would decide it if mean and deviation stayed as they are",
    ];

    /// <summary>How many of a table's gains are decided, and how; empty where it has none.</summary>
    internal static string Count(PaperTable table)
    {
        var gains = table.Figures.Select(entry => entry.Compared.Gain).OfType<GainComparison>().ToList();
        if (gains.Count == 0) return "";
        int Of(GainVerdict verdict) => gains.Count(gain => gain.Verdict == verdict);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"table {table.Layout.Table}: of {gains.Count} gains, {Of(GainVerdict.Reproduced)} reproduced, {Of(GainVerdict.NotReproduced)} not reproduced, {Of(GainVerdict.NotDecided)} open");
    }

    /// <summary>What the means leave out, and where the paper's own numbers do not agree.</summary>
    internal ImmutableArray<string> Notes()
    {
        var seeds = Tables.SelectMany(table => table.Figures).Select(entry => entry.Compared.Seeds).Distinct().Order().ToList();
        var several = seeds.Count > 1 ? string.Create(CultureInfo.InvariantCulture, $"{seeds[0]} to {seeds[^1]}") : string.Create(CultureInfo.InvariantCulture, $"{seeds[0]}");
        var others = Tables.SelectMany(table => table.Figures).Select(entry => entry.Compared.Paper).OfType<PaperFigure>().Distinct()
            .Select(figure => (Figure: figure, Gain: PaperFigures.OtherGain(figure))).Where(other => other.Gain is not null)
            .Select(other => string.Create(
                CultureInfo.InvariantCulture,
                $"table {other.Figure.Table}, {other.Figure.Dataset} {other.Figure.Method}{Mark.Of(other.Figure.Treatment)} {other.Figure.Figure}: the paper prints {other.Figure.GainText}, its accuracies differ by {other.Gain:+0.000;-0.000}"));
        var strangers = Result.Cells.Select(cell => cell.Method).Distinct().Where(method => !PaperLayout.Methods.Contains(method.Name))
            .Select(method => $"{method.Info.Title}: the paper has no figures of it on these datasets, so it is in no table here.");
        return [$"{several} seed{(several == "1" ? "" : "s")} of each; [n=…] where fewer have the figure.", .. strangers, .. others, .. TableNotes.Below(Result)];
    }
}
