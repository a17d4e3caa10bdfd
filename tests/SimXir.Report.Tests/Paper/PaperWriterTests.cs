using System.Collections.Immutable;
using System.Text.Json;
using SimXir.Experiments;

namespace SimXir.Report.Tests;

public sealed class PaperWriterTests
{
    /// <summary>Three seeds of which one has diverged and another has a collapsed encoder.</summary>
    private static readonly SweepResult Three = Samples.Sweep(
        CellState.Completed,
        Samples.Judged("cifar10", Treatment.Baseline, 0, 0.8534, 0.5, 5, 7),
        Samples.Judged("cifar10", Treatment.SimXir, 0, 0.8634, 0.5, 5, 7),
        Samples.Judged("cifar10", Treatment.Baseline, 1, 0.8512, 0.5, 5, 7),
        Samples.Judged("cifar10", Treatment.SimXir, 1, 0.8606, 0.012, 5, 7),
        Samples.Judged("cifar10", Treatment.Baseline, 2, 0.8520, 0.5, 5, 7),
        Samples.Unjudged("cifar10", Treatment.SimXir, 2, CellState.Diverged, "its loss was NaN after 3 steps"));

    [Fact]
    public void Text_OfThreeSeedsWithTrouble_HasThePapersFiguresBelowOursAndLeavesNothingOutSilently() => Assert.Equal(
        """
        Table 5: top-1 accuracy (%) of k nearest neighbours, cosine / Euclidean
                       k=5                                                     k=7
        CIFAR-10, SimSiam
        SimSiam        85.22 ±0.28 / 84.22 ±0.28                               85.02 ±0.28 / 84.02 ±0.28
          the paper's  85.34 / 84.08                                           85.35 / 84.41
        SimSiam*       86.20 ±1.78 / 85.20 ±1.78 [n=2, 1 diverged, collapsed]  86.00 ±1.78 / 85.00 ±1.78 [n=2, 1 diverged, collapsed]
          the paper's  85.35 / 84.35                                           85.47 / 84.70
          gain *       +0.97 ±0.38 / +0.97 ±0.38 [n=2, collapsed]              +0.97 ±0.38 / +0.97 ±0.38 [n=2, collapsed]
          the paper's  +0.01 / +0.27                                           +0.12 / +0.29
          p            0.020 / 0.020                                           0.020 / 0.020
          verdict      yes / yes                                               yes / yes

        table 1: of 2 gains, 2 reproduced, 0 not reproduced, 0 open
        table 2: of 2 gains, 1 reproduced, 1 not reproduced, 0 open
        table 5: of 4 gains, 4 reproduced, 0 not reproduced, 0 open
        3 seeds of each; [n=…] where fewer have the figure.
        Means are over completed cells alone.
        cifar10 simsiam seed 2 simxir diverged: its loss was NaN after 3 steps
        ! cifar10 simsiam seed 1 simxir collapsed: its feature spread 0.012 is below 0.05, so its figures say little.
        0 of 6 cells were cached.
        slot time 4 min 12 s: useful 91.3 %, start-up 7.9 %, checkpoint 0.8 %

        """,
        Tail(PaperWriter.Text(PaperComparison.Of(Three), width: 200), "Table 5"));

    /// <summary>A table that does not fit is cut between datasets.</summary>
    [Fact]
    public void Text_OfSeveralDatasets_IsCutBetweenThem()
    {
        ImmutableArray<CellResult> svhn = [.. Three.Cells.Select(cell => cell with { Dataset = DatasetId.Parse("svhn") })];
        var text = PaperWriter.Text(PaperComparison.Of(Three with { Cells = [.. svhn, .. Three.Cells] }), width: 120);

        Assert.Equal(2, text.Split("Table 1:").Length - 1);
        Assert.Matches("(?m)^ +SVHN$", text);
        Assert.Matches("(?m)^ +CIFAR-10$", text);
        Assert.All(text.Split('\n').SkipWhile(line => !line.StartsWith("Table", StringComparison.Ordinal)).TakeWhile(line => !line.StartsWith("table", StringComparison.Ordinal)), line => Assert.True(line.Length <= 120, line));
    }

    [Fact]
    public void Json_OfEveryFigure_SaysWhatTheTextSays()
    {
        using var json = JsonDocument.Parse(PaperWriter.Json(PaperComparison.Of(Three)));
        var figure = json.RootElement.GetProperty("figures").EnumerateArray().Single(figure =>
            figure.GetProperty("table").GetInt32() == 5 && figure.GetProperty("figure").GetString() == "knn_euclidean_7" && figure.GetProperty("treatment").GetString() == "simxir");

        Assert.Equal(
            (3, 2, "1 diverged", true, "reproduced", 0.29),
            (figure.GetProperty("seeds").GetInt32(), figure.GetProperty("n").GetInt32(), figure.GetProperty("missing").GetString(), figure.GetProperty("collapsed").GetBoolean(),
                figure.GetProperty("verdict").GetString(), figure.GetProperty("paperGain").GetDouble()));
        Assert.Equal(0.97, figure.GetProperty("gain").GetDouble(), tolerance: 1e-9);
    }

    [Fact]
    public void Csv_Lines_AreTheRecordsOfTheJson()
    {
        var lines = PaperWriter.Csv(PaperComparison.Of(Three)).TrimEnd('\n').Split('\n');
        using var json = JsonDocument.Parse(PaperWriter.Json(PaperComparison.Of(Three)));

        Assert.Equal(json.RootElement.GetProperty("figures").GetArrayLength(), lines.Length - 1);
        Assert.All(lines, line => Assert.Equal(lines[0].Split(',').Length, line.Split(',').Length));
    }

    /// <summary>What makes LaTeX stop: unequal columns, an open environment or brace, a special character as it is.</summary>
    [Fact]
    public void Latex_Structure_IsWhole()
    {
        var text = PaperWriter.Latex(PaperComparison.Of(Three));

        LatexAssert.IsWhole(text);
        Assert.Contains(@"SimSiam$^*$ & 86.20 $\pm$1.78 / 85.20 $\pm$1.78 [n=2, 1 diverged, collapsed] &", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Markdown_Rows_HaveTheColumnsOfTheirHeader()
    {
        var text = PaperWriter.Markdown(PaperComparison.Of(Three));

        Assert.Contains(@"| SimSiam\* | 86.20 ±1.78 / 85.20 ±1.78 \[n=2, 1 diverged, collapsed\] |", text, StringComparison.Ordinal);
        foreach (var table in text.Split("\n\n").Where(part => part.StartsWith('|')))
            Assert.Single(table.TrimEnd('\n').Split('\n').Where(line => line.StartsWith('|')).Select(line => line.Replace("\\|", "", StringComparison.Ordinal).Count(letter => letter == '|')).Distinct());
    }

    [Fact]
    public void Of_SweepWithoutAFinishedCell_SaysSo() => Assert.Equal(
        "sweep 'mini' has no completed cell yet (1 waiting, 1 diverged), so it has no figure; 'simxir why mini' tells where it stands",
        Assert.Throws<ReportException>(() => PaperComparison.Of(Samples.Sweep(
            CellState.Running,
            Samples.Unjudged("svhn", Treatment.Baseline, 0, CellState.Diverged),
            Samples.Unjudged("svhn", Treatment.SimXir, 0, CellState.Waiting)))).Message);

    [Fact]
    public void Of_SweepThatThePaperHasNothingOf_SaysSo() => Assert.StartsWith(
        "the paper has no figure that sweep 'mini' has: its tables are of svhn, cifar10 and cifar100",
        Assert.Throws<ReportException>(() => PaperComparison.Of(Samples.Quick)).Message,
        StringComparison.Ordinal);

    /// <summary>The paper's four methods are in its tables; another one is said not to be.</summary>
    [Fact]
    public void Text_OfAMethodThatThePaperLacksBesideOneThatItHas_SaysSo()
    {
        var twins = MethodId.Parse("barlowtwins");
        ImmutableArray<CellResult> others = [.. Three.Cells.Select(cell => cell with { Method = twins })];

        var text = PaperWriter.Text(PaperComparison.Of(Three with { Cells = [.. Three.Cells, .. others] }), width: 200);

        Assert.Contains("\nBarlow Twins: the paper has no figures of it on these datasets, so it is in no table here.\n", text, StringComparison.Ordinal);
        Assert.DoesNotContain("\nBarlow Twins ", text, StringComparison.Ordinal);
        Assert.EndsWith(
            "the sweep is of cifar10 with barlowtwins; leave --against out",
            Assert.Throws<ReportException>(() => PaperComparison.Of(Three with { Cells = others })).Message,
            StringComparison.Ordinal);
    }

    private static string Tail(string text, string from) => text[text.IndexOf(from, StringComparison.Ordinal)..];
}
