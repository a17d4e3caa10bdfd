using System.Globalization;

namespace SimXir.Experiments;

/// <summary>Lengths of time as a spec spells them: a number and its unit, such as 90s, 30m, 1.5h or 2d.</summary>
public static class SpanText
{
    public const string Allowed = "allowed is a number with s, m, h or d, such as 90s, 30m, 1.5h or 2d";

    private static readonly TimeSpan Longest = TimeSpan.FromDays(10_000);

    /// <summary>Null where the text is none, or not above 0, or longer than 10000 days.</summary>
    public static TimeSpan? Parse(string text)
    {
        var unit = text.Length == 0 ? 0 : text[^1] switch { 's' => 1, 'm' => 60, 'h' => 3600, 'd' => 86400, _ => 0 };
        if (unit == 0 || !double.TryParse(text[..^1], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var count)) return null;
        return count > 0 && count * unit <= Longest.TotalSeconds ? TimeSpan.FromSeconds(count * unit) : null;
    }

    /// <summary>In the largest unit of which it is a whole number; read back, it is the same.</summary>
    public static string Of(TimeSpan span)
    {
        foreach (var (unit, name) in new[] { (86400L, "d"), (3600, "h"), (60, "m") })
        {
            if (span.Ticks % (unit * TimeSpan.TicksPerSecond) == 0) return string.Create(CultureInfo.InvariantCulture, $"{span.Ticks / (unit * TimeSpan.TicksPerSecond)}{name}");
        }
        return string.Create(CultureInfo.InvariantCulture, $"{span.TotalSeconds:0.#######}s");
    }
}
