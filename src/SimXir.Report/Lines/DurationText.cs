using System.Globalization;

namespace SimXir.Report;

/// <summary>A span of time for people: the two largest units that matter.</summary>
public static class DurationText
{
    /// <summary>Such as <c>0 s</c>, <c>45 s</c>, <c>3 min 5 s</c>, <c>2 h 5 min</c>, <c>3 d 4 h</c>; what is left out is cut off.</summary>
    public static string Of(TimeSpan span)
    {
        var (large, largeUnit, small, smallUnit) = span switch
        {
            { Ticks: < 0 } => (0, "s", 0, ""),
            { TotalMinutes: < 1 } => (span.Seconds, "s", 0, ""),
            { TotalHours: < 1 } => (span.Minutes, "min", span.Seconds, "s"),
            { TotalDays: < 1 } => (span.Hours, "h", span.Minutes, "min"),
            _ => (span.Days, "d", span.Hours, "h"),
        };
        var text = string.Create(CultureInfo.InvariantCulture, $"{large} {largeUnit}");
        return small == 0 ? text : string.Create(CultureInfo.InvariantCulture, $"{text} {small} {smallUnit}");
    }

    /// <summary>The same for an estimate, which knows no seconds: rounded up to whole minutes above one, to whole hours above a
    /// hundred: <c>45 s</c>, <c>3 min</c>, <c>2 h 5 min</c>, <c>5 d 4 h</c>.</summary>
    public static string Rough(TimeSpan span)
    {
        var unit = span switch
        {
            { TotalMinutes: <= 1 } => TimeSpan.FromSeconds(1),
            { TotalHours: <= 100 } => TimeSpan.FromMinutes(1),
            _ => TimeSpan.FromHours(1),
        };
        var over = span.Ticks % unit.Ticks;
        return Of(over <= 0 || span > TimeSpan.MaxValue - unit ? span : span - TimeSpan.FromTicks(over) + unit);
    }
}
