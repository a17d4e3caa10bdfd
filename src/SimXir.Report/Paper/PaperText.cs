using System.Globalization;
using SimXir.Experiments;

namespace SimXir.Report;

/// <summary>The texts in a <see cref="PaperTable"/>.</summary>
internal static class PaperText
{
    public const string None = "-";
    private const double LeastP = 0.001;

    /// <summary>Both figures of a place; what is the same for both stands once.</summary>
    public static string Pair(string first, string second)
    {
        if (first == None && second == None) return None;
        var (a, b) = (first.Split(" ["), second.Split(" ["));
        if (a.Length > 1 && a[^1] == b[^1]) return a[0].Length == 0 ? $"[{a[^1]}" : $"{a[0]} / {second}";
        return $"{first} / {second}";
    }

    /// <summary>Such as <c>88.41 ±0.62</c>; with what is wrong with it in brackets: <c>[n=2, 1 diverged]</c>, <c>[collapsed]</c>.</summary>
    public static string Ours(ComparedFigure? figure)
    {
        if (figure is null) return None;
        if (figure.Ours is not { } ours) return $" [{figure.Missing}]";
        var n = string.Create(CultureInfo.InvariantCulture, $"n={ours.N}");
        string?[] trouble = [figure.Missing.Length > 0 ? $"{n}, {figure.Missing}" : null, figure.IsCollapsed ? "collapsed" : null];
        return With(Number(ours, signed: false), trouble);
    }

    public static string Theirs(ComparedFigure? figure) => figure?.Paper?.ValueText ?? None;

    /// <summary>With the number of pairs where it is not that of all seeds.</summary>
    public static string OurGain(ComparedFigure? figure)
    {
        if (figure?.OurGain is not { } gain) return None;
        return With(Number(gain, signed: true), gain.N < figure.Seeds ? string.Create(CultureInfo.InvariantCulture, $"n={gain.N}") : null, figure.IsCollapsed ? "collapsed" : null);
    }

    public static string TheirGain(ComparedFigure? figure) => figure?.Paper is { Gain: not null } paper ? paper.GainText : None;

    public static string Test(ComparedFigure? figure) => figure?.OurGain?.PValue switch
    {
        null => None,
        < LeastP => string.Create(CultureInfo.InvariantCulture, $"<{LeastP}"),
        { } p => p.ToString("F3", CultureInfo.InvariantCulture),
    };

    /// <summary><c>yes</c>, <c>no</c>, or <c>+4 seeds</c>: open, and what would decide it.</summary>
    public static string Verdict(ComparedFigure? figure) => figure?.Gain switch
    {
        null => None,
        { Verdict: GainVerdict.Reproduced } => "yes",
        { Verdict: GainVerdict.NotReproduced } => "no",
        { MoreSeeds: { } more } => string.Create(CultureInfo.InvariantCulture, $"open +{more}"),
        { Ours.N: 1 } => "open",
        _ => string.Create(CultureInfo.InvariantCulture, $"open >{GainComparison.MostSeeds}"),
    };

    private static string With(string number, params ReadOnlySpan<string?> trouble)
    {
        var told = string.Join(", ", trouble.ToArray().OfType<string>());
        return told.Length == 0 ? number : $"{number} [{told}]";
    }

    private static string Number(Estimate figure, bool signed)
    {
        var mean = figure.Mean.ToString(signed ? "+0.00;-0.00;+0.00" : "F2", CultureInfo.InvariantCulture);
        return figure.HalfWidth is { } half ? string.Create(CultureInfo.InvariantCulture, $"{mean} ±{half:F2}") : mean;
    }
}
