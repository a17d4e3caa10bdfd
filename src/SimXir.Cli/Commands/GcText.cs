using System.Globalization;
using System.Text;
using SimXir.Experiments;
using SimXir.Store;

namespace SimXir.Cli;

/// <summary>What a collection did, as a person reads it.</summary>
public static class GcText
{
    public static string Of(GarbageReport report, string store)
    {
        var text = new StringBuilder();
        text.AppendLine($"{(report.DryRun ? "Would delete" : "Deleted")} from {store} what no sweep and no import refers to:");
        foreach (var (kind, count) in report.Deleted) text.AppendLine(Line(Name(kind), count));
        text.AppendLine(Line("in all", report.Total));
        if (report.Spared.Objects > 0) text.AppendLine($"Too young to go: {Objects(report.Spared)}, {Size(report.Spared.Bytes)}.");
        return text.ToString();
    }

    private static string Line(string name, GarbageCount count) => $"  {name,-14} {Objects(count),16} {Size(count.Bytes),12}";

    private static string Name(GarbageKind kind) => kind switch
    {
        GarbageKind.Part => "parts",
        GarbageKind.RoundRecord => "round records",
        _ => "grain records",
    };

    private static string Objects(GarbageCount count) => CountText.Of(count.Objects, "object");

    private static string Size(long bytes) => bytes switch
    {
        < 10_000 => string.Create(CultureInfo.InvariantCulture, $"{bytes} B"),
        < 10_000_000 => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1e3:F1} kB"),
        < 10_000_000_000 => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1e6:F1} MB"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1e9:F1} GB"),
    };
}
