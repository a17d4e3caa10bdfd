using System.Collections.Immutable;
using System.Globalization;
using SimXir.Experiments;

namespace SimXir.Report;

/// <summary>Which figures stand where in one of the paper's tables.</summary>
/// <param name="Table">Its number in the paper.</param>
/// <param name="Caption">What it shows.</param>
/// <param name="Pair">How the two figures of a place are told apart, such as <c>cosine / Euclidean</c>.</param>
/// <param name="IsByDataset">Whether datasets stand below each other, as in table 5; else beside each other.</param>
/// <param name="Treatments">In their order.</param>
/// <param name="Places">From left to right within a dataset: the header, and the names of the two figures.</param>
/// <param name="Suffix">What the figures' names have beside those in <see cref="PaperFigure.Figure"/>; see <see cref="PaperName"/>.</param>
internal sealed record PaperLayout(
    int Table,
    string Caption,
    string Pair,
    bool IsByDataset,
    ImmutableArray<Treatment> Treatments,
    ImmutableArray<(string Header, string First, string Second)> Places,
    string Suffix = "")
{
    public static readonly ImmutableArray<(string Name, string Title)> Datasets = [("svhn", "SVHN"), ("cifar10", "CIFAR-10"), ("cifar100", "CIFAR-100")];

    public static readonly ImmutableArray<string> Methods = ["moco", "simclr", "byol", "simsiam"];

    /// <summary>ImageNet's table stands apart from the others.</summary>
    public ImmutableArray<(string Name, string Title)> Columns => Table == 3 ? [("images-imagenet", "ImageNet")] : Datasets;

    /// <summary>The name that the paper's figures have in <c>paper.csv</c>: it has one linear probe, a sweep has up to two.</summary>
    public string PaperName(string figure) => Suffix.Length == 0 ? figure : figure.Replace(Suffix, "", StringComparison.Ordinal);

    /// <summary>All of them; the linear probe's once for each probe that a sweep may have.</summary>
    public static ImmutableArray<PaperLayout> All { get; } =
    [
        Knn(1, [5, 11, 21]),
        .. Enum.GetValues<ProbeKind>().Select(probe => Linear(2, "on SVHN and CIFAR-10/-100", [Treatment.Baseline, Treatment.SimXir, Treatment.Variant], probe)),
        .. Enum.GetValues<ProbeKind>().Select(probe => Linear(3, "on ImageNet", [Treatment.Baseline, Treatment.SimXir], probe)),
        Knn(5, [5, 7, 11, 15, 17, 21]),
    ];

    private static PaperLayout Knn(int table, ImmutableArray<int> neighbours) => new(
        table,
        "top-1 accuracy (%) of k nearest neighbours",
        "cosine / Euclidean",
        IsByDataset: table == 5,
        [Treatment.Baseline, Treatment.SimXir],
        [.. neighbours.Select(k => string.Create(CultureInfo.InvariantCulture, $"{k}")).Select(k => ($"k={k}", $"knn_cosine_{k}", $"knn_euclidean_{k}"))]);

    private static PaperLayout Linear(int table, string where, ImmutableArray<Treatment> treatments, ProbeKind probe)
    {
        var word = SpecWords.Of(probe);
        var protocol = probe == ProbeKind.Paper ? "the paper's" : "a converged one, as a control";
        return new PaperLayout(
            table,
            $"top-1 / top-5 accuracy (%) of a linear probe ({protocol}) {where}",
            "",
            IsByDataset: false,
            treatments,
            [("", $"linear_{word}_top1", $"linear_{word}_top5")],
            $"_{word}");
    }
}
