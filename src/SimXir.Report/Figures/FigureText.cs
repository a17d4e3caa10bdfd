using System.Globalization;
using SimXir.Experiments;

namespace SimXir.Report;

/// <summary>Writes figures: percent and points with two decimals, others with three; <c>±</c> is the standard deviation.</summary>
internal static class FigureText
{
    /// <summary>What stands where there is no figure.</summary>
    public const string None = "-";

    public static string Of(Estimate? estimate, bool isAccuracy, bool signed)
    {
        if (estimate is not { } figure) return None;
        var text = Number(figure.Mean, isAccuracy);
        if (signed && !text.StartsWith('-')) text = "+" + text;
        return figure.Deviation is { } deviation ? $"{text} ±{Number(deviation, isAccuracy)}" : text;
    }

    /// <summary>Never <c>-0.00</c>: a loss that rounds to nothing is not shown as one.</summary>
    private static string Number(double value, bool isAccuracy)
    {
        var text = isAccuracy
            ? (value * 100).ToString("F2", CultureInfo.InvariantCulture)
            : value.ToString("F3", CultureInfo.InvariantCulture);
        return text.AsSpan().ContainsAnyExcept("-0.") ? text : text.TrimStart('-');
    }
}
