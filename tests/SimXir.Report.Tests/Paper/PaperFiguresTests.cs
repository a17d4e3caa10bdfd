using System.Globalization;
using System.Text.RegularExpressions;
using SimXir.Experiments;
using SimXir.Testing;

namespace SimXir.Report.Tests;

public sealed partial class PaperFiguresTests
{
    private static readonly string[] Datasets = ["svhn", "cifar10", "cifar100"];
    private static readonly string[] Methods = ["moco", "simclr", "byol", "simsiam"];
    private static readonly string[] Probe = ["linear_top1", "linear_top5"];

    /// <summary>Every number with a decimal point below the table's caption is the transcription's, digit by digit and in the paper's order.</summary>
    [Theory]
    [InlineData(1, 16)]
    [InlineData(2, 17)]
    [InlineData(3, 20)]
    [InlineData(5, 42)]
    public void Paper_TableAsPrinted_IsTheTranscription(int table, int lines)
    {
        var paper = File.ReadAllLines(SharedFolder.Require("paper.md"));
        var caption = Array.FindIndex(paper, line => line.StartsWith(string.Create(CultureInfo.InvariantCulture, $"Table {table}:"), StringComparison.Ordinal));
        var printed = paper.Skip(caption + 1).Take(lines).SelectMany(line => Number().Matches(line)).Select(match => match.Value);

        Assert.Equal(printed, InOrder(table));
    }

    [Fact]
    public void All_Figures_AreThoseOfFourTables()
    {
        Assert.Equal([(1, 144), (2, 72), (3, 36), (5, 288)], PaperFigures.All.CountBy(figure => figure.Table).Select(count => (count.Key, count.Value)));
        Assert.All(PaperFigures.All, figure => Assert.Equal(figure.Treatment != Treatment.Baseline, figure.Gain is not null));
    }

    /// <summary>Table 1 is a part of table 5.</summary>
    [Fact]
    public void All_FiguresOfTable1_StandInTable5() =>
        Assert.All(
            PaperFigures.All.Where(figure => figure.Table == 1),
            figure => Assert.Equal(figure with { Table = 5 }, PaperFigures.Find(5, figure.Dataset, figure.Method, figure.Treatment, figure.Figure)));

    /// <summary>The paper's own slips, which the reader of a comparison is told.</summary>
    [Fact]
    public void OtherGain_OfThePaper_IsThatOfFourFiguresOfTable2()
    {
        var others = PaperFigures.All.Where(figure => PaperFigures.OtherGain(figure) is not null).ToList();

        Assert.All(others, figure => Assert.Equal((2, "byol", Treatment.Variant), (figure.Table, figure.Method, figure.Treatment)));
        Assert.Equal(
            [("svhn", "+0.418", 0.426), ("cifar10", "+0.54", 0.55), ("cifar100", "+2.04", 1.98), ("cifar100", "+1.60", 1.57)],
            others.Select(figure => (figure.Dataset, figure.GainText, Math.Round(PaperFigures.OtherGain(figure)!.Value, 3))));
    }

    private static IEnumerable<string> InOrder(int table)
    {
        string[] Knn(params int[] ks) => [.. ks.SelectMany(k => new[] { $"knn_cosine_{k}", $"knn_euclidean_{k}" })];
        string[] imageNet = ["relative-location", "rotation", "odc", "npid", "simclr", "moco", "simsiam", "barlow-twins", "byol"];
        return table switch
        {
            1 => Methods.SelectMany(method => Rows(1, Datasets, method, Knn(5, 11, 21))),
            2 => from method in Methods from treatment in Enum.GetValues<Treatment>() from dataset in Datasets from text in Beside(2, dataset, method, treatment) select text,
            3 => from method in imageNet from treatment in new[] { Treatment.Baseline, Treatment.SimXir } from text in Beside(3, "images-imagenet", method, treatment) select text,
            _ => from dataset in Datasets from method in Methods from text in Rows(5, [dataset], method, Knn(5, 7, 11, 15, 17, 21)) select text,
        };
    }

    /// <summary>A row of the baseline, one of SimXIR, one of its gains.</summary>
    private static IEnumerable<string> Rows(int table, string[] datasets, string method, string[] figures)
    {
        IEnumerable<PaperFigure> Of(Treatment treatment) => from dataset in datasets from figure in figures select PaperFigures.Find(table, dataset, method, treatment, figure)!;
        return [.. Of(Treatment.Baseline).Select(figure => figure.ValueText), .. Of(Treatment.SimXir).Select(figure => figure.ValueText), .. Of(Treatment.SimXir).Select(figure => figure.GainText)];
    }

    /// <summary>The gains of a place in that place.</summary>
    private static IEnumerable<string> Beside(int table, string dataset, string method, Treatment treatment)
    {
        var pair = Probe.Select(figure => PaperFigures.Find(table, dataset, method, treatment, figure)!).ToList();
        return pair.Select(figure => figure.ValueText).Concat(pair.Select(figure => figure.GainText).Where(gain => gain.Length > 0));
    }

    [GeneratedRegex(@"[+-]?\d+\.\d+")]
    private static partial Regex Number();
}
