using System.Collections.Immutable;
using System.Globalization;
using SimXir.Experiments;

namespace SimXir.Report;

/// <summary>The figures of the paper's tables 1, 2, 3 and 5, as <c>paper.csv</c> transcribes them.</summary>
internal static class PaperFigures
{
    private const double Rounding = 0.0015; // of a difference of two figures with three decimals

    public static ImmutableArray<PaperFigure> All { get; } = Read();

    private static ImmutableDictionary<(int Table, string Dataset, string Method, Treatment Treatment, string Figure), PaperFigure> ByPlace { get; } =
        All.ToImmutableDictionary(figure => (figure.Table, figure.Dataset, figure.Method, figure.Treatment, figure.Figure));

    public static PaperFigure? Find(int table, string dataset, string method, Treatment treatment, string figure) =>
        ByPlace.GetValueOrDefault((table, dataset, method, treatment, figure));

    /// <summary>By how much the figure differs from its baseline where that is not the gain that the paper prints beside it; else null.</summary>
    public static double? OtherGain(PaperFigure figure)
    {
        if (figure.Gain is not { } printed || Find(figure.Table, figure.Dataset, figure.Method, Treatment.Baseline, figure.Figure) is not { } before) return null;
        var difference = figure.Value - before.Value;
        return Math.Abs(difference - printed) > Rounding ? difference : null;
    }

    private static ImmutableArray<PaperFigure> Read()
    {
        using var stream = typeof(PaperFigures).Assembly.GetManifestResourceStream("paper.csv")!;
        using var reader = new StreamReader(stream);
        return [.. reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(line => Parse(line.Split(',')))];
    }

    private static PaperFigure Parse(string[] fields) => new(
        int.Parse(fields[0], CultureInfo.InvariantCulture),
        fields[1],
        fields[2],
        Enum.GetValues<Treatment>().Single(treatment => SpecWords.Of(treatment) == fields[3]),
        fields[4],
        double.Parse(fields[5], CultureInfo.InvariantCulture),
        fields[6].Length == 0 ? null : double.Parse(fields[6], CultureInfo.InvariantCulture))
    {
        Decimals = fields[5].Length - fields[5].IndexOf('.', StringComparison.Ordinal) - 1,
    };
}
