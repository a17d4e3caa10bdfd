using System.Buffers;
using System.Globalization;
using System.Text;
using SimXir.Experiments;

namespace SimXir.Report;

/// <summary>One line for each cell, finished or not, and a column for each figure: accuracies from 0 to 1 in full precision, empty
/// where there is none. Quoted as RFC 4180 says, lines end with a line feed.</summary>
internal static class CsvTable
{
    private static readonly SearchValues<char> Special = SearchValues.Create(",\"\r\n");

    public static string Write(SweepResult result)
    {
        var metrics = MetricBlock.Of(result).SelectMany(block => block.Metrics).ToList();
        var text = new StringBuilder();
        string[] facts = ["sweep", "dataset", "method", "seed", "treatment", "state"];
        string[] origin = ["collapsed", "weights", "attempts", "cached", "reason"];
        Line(text, [.. facts, .. metrics.Select(metric => metric.Name), .. origin]);
        foreach (var cell in result.Cells)
        {
            Line(
                text,
                [
                    result.Sweep.Value,
                    cell.Dataset.Name,
                    cell.Method.Name,
                    cell.Seed.ToString(CultureInfo.InvariantCulture),
                    SpecWords.Of(cell.Treatment),
                    cell.State.ToString(),
                    .. metrics.Select(metric => metric.Read(cell)?.ToString("R", CultureInfo.InvariantCulture) ?? ""),
                    cell.Collapsed is { } collapsed ? Flag(collapsed) : "",
                    cell.Weights ?? "",
                    cell.Attempts.ToString(CultureInfo.InvariantCulture),
                    Flag(cell.Cached),
                    cell.Reason ?? "",
                ]);
        }

        return text.ToString();
    }

    private static string Flag(bool value) => value ? "true" : "false";

    public static void Line(StringBuilder text, IEnumerable<string> fields) => text.AppendJoin(',', fields.Select(Quoted)).Append('\n');

    private static string Quoted(string field) =>
        field.AsSpan().ContainsAny(Special) ? $"\"{field.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : field;
}
